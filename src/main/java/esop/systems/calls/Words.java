package esop.systems.calls;

import java.nio.charset.StandardCharsets;

/** Text of another system made fit for a column: short, and without what PostgreSQL cannot store. */
public final class Words {

    private static final int LIMIT = 2000;
    private static final String NUL = "\\u0000";

    private Words() {}

    public static String of(byte[] bytes) {
        return of(new String(bytes, 0, Math.min(bytes.length, 4 * LIMIT), StandardCharsets.UTF_8));
    }

    public static String of(String text) {
        var clean = storable(text);
        return clean.length() <= LIMIT ? clean : clean.substring(0, LIMIT - 1) + "…";
    }

    /** Serialized JSON that a {@code jsonb} column takes: no NUL, no half of a surrogate pair. */
    public static String json(Object json) {
        var text = json.toString();
        return storable(text.contains(NUL) ? text.replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000", "$1") : text);
    }

    private static String storable(String text) {
        if (isStorable(text)) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE))
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isStorable(String text) {
        for (var place = 0; place < text.length(); place++) {
            var letter = text.charAt(place);
            if (letter == 0 || Character.isSurrogate(letter)) {
                return false;
            }
        }
        return true;
    }
}
