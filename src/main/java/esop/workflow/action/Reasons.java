package esop.workflow.action;

import esop.web.BadRequestException;
import esop.web.Texts;
import org.jspecify.annotations.Nullable;

/** What somebody says with an action. */
final class Reasons {

    private static final int LONGEST = 500;

    private Reasons() {}

    static String needed(String field, @Nullable String text) {
        var words = given(field, text);
        if (words == null) {
            throw new BadRequestException(field, Texts.get("workflow.action.reason-missing"));
        }
        return words;
    }

    static @Nullable String given(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw new BadRequestException(field, Texts.get("workflow.action.reason-long", LONGEST));
        }
        return text.strip();
    }
}
