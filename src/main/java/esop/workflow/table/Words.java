package esop.workflow.table;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts in quotation marks, as FEEL writes them. */
final class Words {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]*)\"");

    private Words() {}

    /** {@code "a", "b"} as a and b. */
    static List<String> quoted(String text) {
        return QUOTED.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(word -> word.substring(1, word.length() - 1))
                .toList();
    }
}
