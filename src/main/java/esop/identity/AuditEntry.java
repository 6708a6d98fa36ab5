package esop.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Somebody did something; {@code hash} chains it to the entry before. */
record AuditEntry(
        long id,
        OffsetDateTime at,
        String person,
        @Nullable String personName,
        String action,
        String subject,
        @Nullable String city,
        JsonNode details,
        String hash) {}
