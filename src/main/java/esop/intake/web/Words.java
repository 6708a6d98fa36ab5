package esop.intake.web;

import esop.web.Texts;
import java.util.Locale;
import org.springframework.context.NoSuchMessageException;

/** What codes are called: {@code kind}, {@code state}, {@code channel} …; a code nobody has named stays as it is. */
final class Words {

    private Words() {}

    static String in(Locale locale, String kind, String code) {
        try {
            return Texts.in(locale, "intake." + kind + "." + code);
        } catch (NoSuchMessageException unnamed) {
            return code;
        }
    }
}
