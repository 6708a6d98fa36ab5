package esop.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Sentences for people, in the language of the current request (Chinese or English; Chinese where nobody asks).
 *
 * <p>Each module has {@code messages/<module>_zh_CN.properties} and {@code messages/<module>_en.properties} (UTF-8), keys start
 * with the module's word: {@code ordering.unknown-customer=没有客户 {0}}. Bundles are found on the class path. Placeholders are
 * those of {@link java.text.MessageFormat}: {@code {0}}; an apostrophe is doubled in texts with placeholders.
 */
public final class Texts {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;

    private static final String CHINESE_BUNDLES = "_zh_CN.properties";
    private static final MessageSource MESSAGES = bundles();

    private Texts() {}

    public static String get(String key, Object... arguments) {
        return in(current(), key, arguments);
    }

    /** For texts that are kept or sent rather than answered: the reader's language is not the request's. */
    public static String in(Locale locale, String key, Object... arguments) {
        return MESSAGES.getMessage(key, arguments, locale);
    }

    /** As {@link #get}, or another sentence where there is none of this key: for keys with a word that people may make up. */
    public static String getOr(String otherwise, String key) {
        return Objects.requireNonNull(MESSAGES.getMessage(key, null, get(otherwise), current()));
    }

    /** Which of the two languages the current request speaks. */
    public static Locale current() {
        var context = LocaleContextHolder.getLocaleContext();
        var locale = context == null ? CHINESE : context.getLocale();
        return locale != null && locale.getLanguage().equals(ENGLISH.getLanguage()) ? ENGLISH : CHINESE;
    }

    public static boolean isEnglish() {
        return current() == ENGLISH;
    }

    static MessageSource messages() {
        return MESSAGES;
    }

    static List<String> bundleNames() {
        try {
            var found = new PathMatchingResourcePatternResolver(Texts.class.getClassLoader())
                    .getResources("classpath*:messages/*" + CHINESE_BUNDLES);
            return Arrays.stream(found)
                    .map(resource -> String.valueOf(resource.getFilename()))
                    .map(name -> "messages/" + name.substring(0, name.length() - CHINESE_BUNDLES.length()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static MessageSource bundles() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(bundleNames().toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(CHINESE);
        return source;
    }
}
