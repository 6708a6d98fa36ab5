package esop;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What one process runs: server and sandbox together, or one of them as a node of its own. */
enum Mode {
    ALL,
    SERVER,
    SANDBOX;

    static Mode of(String word) {
        return Arrays.stream(values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new StartFailure(
                        "不认识的运行方式 --esop.mode=" + word + "。可用的有：" + words() + "。",
                        "unknown mode --esop.mode=" + word + ". Use one of: " + words() + "."));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean server() {
        return this != SANDBOX;
    }

    boolean sandbox() {
        return this != SERVER;
    }

    private static String words() {
        return Arrays.stream(values()).map(Mode::word).collect(Collectors.joining(", "));
    }
}
