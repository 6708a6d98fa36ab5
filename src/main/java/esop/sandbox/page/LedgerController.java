package esop.sandbox.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import esop.sandbox.kernel.Refusal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the systems were asked, oldest first; questions are left out unless wanted. */
@RestController
class LedgerController {

    private static final int LARGEST_PAGE = 1000;
    private static final String COLUMNS = """
            SELECT id, at, system, operation, method, path, idempotency_key, external_id, body_hash, record_id,
                   applied, status, fault""";

    private final JdbcClient jdbc;

    LedgerController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param from arrivals at or after this time
     * @param after arrivals with a higher number, for following along
     * @param newest the newest first, for people
     */
    @GetMapping("/ledger")
    Listing<Entry> ledger(
            @RequestParam(required = false) @Nullable String system,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String externalId,
            @RequestParam(required = false) @Nullable String operation,
            @RequestParam(required = false) @Nullable String applied,
            @RequestParam(required = false) @Nullable String recordId,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "false") boolean reads,
            @RequestParam(defaultValue = "false") boolean newest,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        if (page < 0 || size < 1) {
            throw new Refusal(400, "invalidQuery", "page counts from 0, size from 1");
        }
        var wanted = Math.min(size, LARGEST_PAGE);
        var where = new StringBuilder(" FROM sandbox.ledger WHERE (:reads OR writes)");
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("reads", reads || operation != null);
        equal(where, parameters, "system", "system", system);
        equal(where, parameters, "idempotency_key", "key", key);
        equal(where, parameters, "external_id", "externalId", externalId);
        equal(where, parameters, "operation", "operation", operation);
        equal(where, parameters, "applied", "applied", applied);
        equal(where, parameters, "record_id", "recordId", recordId);
        if (from != null) {
            where.append(" AND at >= :from");
            parameters.put("from", time(from));
        }
        if (after != null) {
            where.append(" AND id > :after");
            parameters.put("after", after);
        }
        var total = jdbc.sql("SELECT count(*)" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        var items = jdbc.sql(
                        COLUMNS + where + " ORDER BY id " + (newest ? "DESC" : "ASC") + " OFFSET :offset LIMIT :size")
                .params(parameters)
                .param("offset", (long) page * wanted)
                .param("size", wanted)
                .query(Entry.class)
                .list();
        return new Listing<>(items, total, page, wanted);
    }

    /** One arrival with its body. */
    @GetMapping("/ledger/{id}")
    WithBody entry(@PathVariable long id) {
        return jdbc.sql("SELECT id, at, system, operation, method, path, body FROM sandbox.ledger WHERE id = :id")
                .param("id", id)
                .query(WithBody.class)
                .optional()
                .orElseThrow(() -> Refusal.unknown("arrival", Long.toString(id)));
    }

    /** A plus sign that nobody encoded arrives as a blank. */
    private static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text.trim().replace(' ', '+'));
        } catch (DateTimeParseException wrong) {
            throw new Refusal(400, "invalidQuery", "from must be a time with offset, as 2026-11-23T08:00:00+08:00");
        }
    }

    private static void equal(
            StringBuilder where,
            LinkedHashMap<String, Object> parameters,
            String column,
            String name,
            @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            where.append(" AND ").append(column).append(" = :").append(name);
            parameters.put(name, value);
        }
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Entry(
            long id,
            OffsetDateTime at,
            String system,
            String operation,
            String method,
            String path,
            @Nullable String idempotencyKey,
            @Nullable String externalId,
            String bodyHash,
            @Nullable String recordId,
            @Nullable String applied,
            @Nullable Integer status,
            @Nullable String fault) {}

    record WithBody(
            long id, OffsetDateTime at, String system, String operation, String method, String path, String body) {}
}
