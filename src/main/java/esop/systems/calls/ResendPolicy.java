package esop.systems.calls;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** How often the same call is tried, and how long to wait before each time; the last interval repeats. */
record ResendPolicy(int attempts, List<Duration> intervals, int jitterPercent) {

    boolean allowsAnother(int attemptsSoFar) {
        return attemptsSoFar < attempts;
    }

    Duration pauseAfter(int attemptsSoFar) {
        var interval = intervals.get(Math.max(0, Math.min(attemptsSoFar, intervals.size()) - 1));
        var spread = interval.toMillis() * jitterPercent / 100;
        return spread == 0
                ? interval
                : interval.plusMillis(ThreadLocalRandom.current().nextLong(spread + 1));
    }
}
