package esop.cancellation;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of a cancellation's timeline; the sentence is made from kind and params in the reader's language. */
public record CancellationEvent(
        Instant at, String kind, @Nullable String actor, Map<String, String> params) {}
