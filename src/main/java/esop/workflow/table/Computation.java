package esop.workflow.table;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a cell may not do: a table is evaluated wherever orders run, so a test only compares. Loops, patterns, and what could make a number or a
 * text of any length would be computations without a bound.
 */
final class Computation {

    /** Texts and comments, whichever begins first; one that does not end reaches to the end, and the parser refuses it. */
    private static final Pattern WORDLESS = Pattern.compile(
            "\"(?:\\\\.|[^\"\\\\])*+(?:\"|\\z)|/\\*.*?(?:\\*/|\\z)|//[^\\n\\r\\x0B\\f\\x{85}\\u2028\\u2029]*",
            Pattern.DOTALL);

    private static final Pattern LOOP =
            Pattern.compile("\\b(for|some|every|function|external|return|satisfies)\\b|(\\*\\*|`)");
    private static final Pattern CALLED = Pattern.compile("([\\p{L}\\p{N}_]+)\\s*\\(");
    /** What stands before a bracket: the last words of harmless functions, and FEEL's own words. */
    private static final Set<String> HARMLESS = Set.of(
            "not",
            "in",
            "and",
            "or",
            "between",
            "if",
            "then",
            "else",
            "contains",
            // starts with, ends with
            "with",
            // string length
            "length",
            // upper case, lower case
            "case",
            "date",
            "time",
            "duration",
            "today",
            "now",
            "abs",
            "min",
            "max",
            "count",
            // is defined
            "defined");

    private static final int DEEPEST = 8;

    private Computation() {}

    /** The first word of a cell that is more than a comparison. */
    static Optional<String> in(String cell) {
        if (cell.contains("\\\\")) {
            // Where the text ends would be a matter of opinion.
            return Optional.of("\\\\");
        }
        var words = WORDLESS.matcher(cell).replaceAll(found -> found.group().startsWith("\"") ? "\"\"" : " ");
        var loop = LOOP.matcher(words);
        if (loop.find()) {
            return Optional.of(loop.group());
        }
        if (depth(words) > DEEPEST) {
            return Optional.of("(((");
        }
        return CALLED.matcher(words)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !HARMLESS.contains(name))
                .findFirst();
    }

    private static int depth(String words) {
        var depth = 0;
        var deepest = 0;
        for (var letter : words.toCharArray()) {
            if ("([{".indexOf(letter) >= 0) {
                deepest = Math.max(deepest, ++depth);
            } else if (")]}".indexOf(letter) >= 0) {
                depth--;
            }
        }
        return deepest;
    }
}
