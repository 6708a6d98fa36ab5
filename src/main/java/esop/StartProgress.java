package esop;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** One line per phase of a start, so that whoever waits knows what for. */
final class StartProgress {

    // System.out follows the locale, which in a container or a service is often plain ASCII.
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private final Instant begun = Instant.now();

    void step(String chinese, String english) {
        print("… " + chinese + " · " + english);
    }

    void ready(String chinese, String english, String address) {
        print("✔ " + chinese + " · " + english + ": " + address);
    }

    void failed(StartFailure failure) {
        print("✘ " + failure.chinese());
        print("✘ " + failure.english());
    }

    private void print(String line) {
        out.printf("[%3ds] %s%n", Duration.between(begun, Instant.now()).toSeconds(), line);
    }
}
