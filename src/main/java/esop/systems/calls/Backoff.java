package esop.systems.calls;

import java.util.concurrent.ThreadLocalRandom;

/** A short, growing, uneven pause, so that those who collided do not collide again. */
public final class Backoff {

    private Backoff() {}

    public static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(10, 20L << Math.min(attempt, 7)));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
