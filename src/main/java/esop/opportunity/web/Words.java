package esop.opportunity.web;

import esop.web.Texts;
import java.util.Locale;
import org.springframework.context.NoSuchMessageException;

/** What codes are called: {@code stage}, {@code state}, {@code level} …; a code nobody has named stays as it is. */
final class Words {

    private Words() {}

    static String in(Locale locale, String kind, String code) {
        try {
            return Texts.in(locale, "opportunity." + kind + "." + code);
        } catch (NoSuchMessageException unnamed) {
            return code;
        }
    }
}
