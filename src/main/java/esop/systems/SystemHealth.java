package esop.systems;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a backing system is doing, for whoever is about to ask something of it. */
public interface SystemHealth {

    Health of(String system);

    /**
     * @param breaker as this node sees it: {@code closed}, {@code open} or {@code half-open}
     * @param lastAnswer when it last answered, among the last few thousand requests of the caller's cities; null where it did not
     * @param lastSilence when it last did not answer, likewise
     */
    record Health(
            String breaker,
            @Nullable Instant lastAnswer,
            @Nullable Instant lastSilence) {

        /** Whether what is sent now would only lie waiting. */
        public boolean isDown() {
            return breaker.equals("open");
        }
    }
}
