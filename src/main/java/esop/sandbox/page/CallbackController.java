package esop.sandbox.page;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What ESOP was told, or still has to be told. */
@RestController
class CallbackController {

    private final JdbcClient jdbc;

    CallbackController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    @GetMapping("/callbacks")
    Listing<Callback> callbacks(
            @RequestParam(required = false) @Nullable String system,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String recordId,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        var wanted = Math.max(1, Math.min(size, 200));
        var from = Math.max(0, page);
        var where = """
                  FROM sandbox.callback
                 WHERE (CAST(:system AS text) IS NULL OR system = :system)
                   AND (CAST(:state AS text) IS NULL OR state = :state)
                   AND (CAST(:recordId AS text) IS NULL OR record_id = :recordId)
                """;
        var total = jdbc.sql("SELECT count(*)" + where)
                .param("system", system)
                .param("state", state)
                .param("recordId", recordId)
                .query(Long.class)
                .single();
        List<Callback> items = jdbc.sql("""
                        SELECT id, system, resource, record_id, message_id, event_type, copies, state, attempts,
                               result, created, finished, body
                        """ + where + " ORDER BY id DESC OFFSET :offset LIMIT :limit")
                .param("system", system)
                .param("state", state)
                .param("recordId", recordId)
                .param("offset", (long) from * wanted)
                .param("limit", wanted)
                .query(Callback.class)
                .list();
        return new Listing<>(items, total, from, wanted);
    }

    record Callback(
            long id,
            String system,
            String resource,
            String recordId,
            String messageId,
            String eventType,
            int copies,
            String state,
            int attempts,
            @Nullable String result,
            OffsetDateTime created,
            @Nullable OffsetDateTime finished,
            String body) {}
}
