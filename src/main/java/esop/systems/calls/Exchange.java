package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.ErrorClass;
import java.time.Duration;

/** What came of one HTTP request. */
public sealed interface Exchange {

    /** 2xx with JSON. */
    record Answered(int status, JsonNode body) implements Exchange {}

    /** 4xx: the system lives and says no. */
    record Refused(int status, String words, String reason) implements Exchange {}

    /** 401 or 403. */
    record Unauthorised(int status, String words) implements Exchange {}

    /** Come again later, said the system. */
    record Throttled(int status, Duration retryAfter) implements Exchange {}

    /** It certainly did not arrive. */
    record NotSent(String words) implements Exchange {}

    /** Anything else: it may have been applied. */
    record NoAnswer(ErrorClass errorClass, int status, String words) implements Exchange {}

    default boolean systemIsWell() {
        return this instanceof Answered || this instanceof Refused || this instanceof Unauthorised;
    }
}
