package esop.ordering.web;

import esop.web.Texts;
import java.util.Locale;
import org.springframework.context.NoSuchMessageException;

/** What codes are called: {@code unit}, {@code path}, {@code state}, {@code action}; a code nobody has named stays as it is. */
final class Words {

    private Words() {}

    static String chinese(String kind, String code) {
        return in(Texts.CHINESE, kind, code);
    }

    static String english(String kind, String code) {
        return in(Texts.ENGLISH, kind, code);
    }

    static String in(Locale locale, String kind, String code) {
        try {
            return Texts.in(locale, "ordering." + kind + "." + code);
        } catch (NoSuchMessageException unnamed) {
            return code;
        }
    }
}
