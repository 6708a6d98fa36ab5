package esop.sandbox.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as it came in, with its number in the ledger. */
record Arrival(
        long number,
        String system,
        String method,
        String path,
        Route route,
        boolean writes,
        Map<String, String> query,
        @Nullable String idempotencyKey,
        @Nullable String contentType,
        byte[] body,
        String baseUrl) {

    String operation() {
        return route.operation(method);
    }
}
