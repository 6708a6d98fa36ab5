package esop;

import java.time.Duration;
import java.time.Instant;

/** One line per phase of a start, so that whoever waits knows what for. */
final class StartProgress {

    private final Instant begun = Instant.now();

    void step(String chinese, String english) {
        print("… " + chinese + " · " + english);
    }

    void ready(String address) {
        print("✔ ESOP " + address);
    }

    void failed(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        print("✘ " + cause.getMessage());
    }

    private void print(String line) {
        System.out.printf("[%3ds] %s%n", Duration.between(begun, Instant.now()).toSeconds(), line);
    }
}
