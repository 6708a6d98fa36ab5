package esop.sandbox.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.behaviour.Behaviour;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that passed the rules, as a resource sees it.
 *
 * @param apiUrl address of the API it came to, without a slash at the end
 */
public record Asked(ObjectNode body, @Nullable String externalId, String apiUrl, Behaviour behaviour, Instant at) {}
