package esop.sandbox.kernel;

import java.nio.charset.StandardCharsets;
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

    /** The body as text, whatever it is: NUL has no place in a question to the database. */
    String text() {
        return new String(body, StandardCharsets.UTF_8).replace("\0", "");
    }

    String operation() {
        return route.operation(method);
    }
}
