package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an answer to the question for proof shows of a call: its trace, that there is none, or neither. */
record Trace(Kind kind, @Nullable Reading reading) {

    enum Kind {
        FOUND,
        NONE,
        /** It answers something, but not what was asked: whoever took that for a no would send twice. */
        UNCLEAR
    }

    private static final Logger log = LoggerFactory.getLogger(Trace.class);

    static Trace none() {
        return new Trace(Kind.NONE, null);
    }

    static Trace in(JsonNode body, SystemCall call, Protocol protocol) {
        if (body.isArray()) {
            for (var resource : body) {
                if (protocol.proves(call, resource)) {
                    return found(resource, call, protocol);
                }
            }
            return body.isEmpty() ? none() : unclear();
        }
        if (protocol.proves(call, body)) {
            return found(body, call, protocol);
        }
        return body.hasNonNull("id") ? none() : unclear();
    }

    private static Trace found(JsonNode resource, SystemCall call, Protocol protocol) {
        return read(resource, call, protocol)
                .map(reading -> new Trace(Kind.FOUND, reading))
                .orElseGet(Trace::unclear);
    }

    /** Whatever a body does to our reader counts as not understood. */
    static Optional<Reading> read(JsonNode resource, SystemCall call, Protocol protocol) {
        try {
            return protocol.read(call, resource);
        } catch (RuntimeException failure) {
            log.warn("The answer to {} cannot be read", call.key(), failure);
            return Optional.empty();
        }
    }

    private static Trace unclear() {
        return new Trace(Kind.UNCLEAR, null);
    }
}
