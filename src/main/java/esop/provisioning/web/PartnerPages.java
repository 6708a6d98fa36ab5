package esop.provisioning.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.provisioning.WorkOrderState;
import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was given to one partner; every question names it. */
@Repository
class PartnerPages {

    private static final String FROM = """
            FROM provisioning.work_order w
            JOIN provisioning.partner_assignment a ON a.work_order_id = w.id
            JOIN provisioning.partner p ON p.id = a.partner
            JOIN provisioning.service_order s ON s.id = w.service_order_id
            LEFT JOIN LATERAL (
                SELECT r.generation, r.requested AS asked
                FROM provisioning.requested_step r
                WHERE r.aggregate = w.id AND r.name = 'withdraw' AND r.system = 'partner' AND r.state IS NULL
                ORDER BY r.generation DESC LIMIT 1) stop ON true
            LEFT JOIN provisioning.work_order_action x
                ON x.work_order_id = w.id AND x.kind IN ('withdraw', 'recall') AND x.state = 'asked'
            """;

    private static final String SELECT = """
            SELECT w.id, w.description, s.product, w.state, w.city, w.place, w.customer_id, w.customer_name, w.priority, w.created, w.due,
                w.due < now() AND w.completed IS NULL AS late, w.completed, w.generation, w.feedback, w.review,
                a.visit_from, a.visit_to, a.refusal, a.signature, w.product_order_id, s.characteristics, s.requested_completion,
                stop.asked AS stop_asked, stop.generation AS stop, coalesce(x.kind, 'order') AS stop_kind, coalesce(x.words, w.review) AS stop_reason
            """ + FROM;

    private static final Map<String, String> SORTABLE =
            Map.of("id", "w.id", "due", "w.due", "created", "w.created", "visitFrom", "a.visit_from");

    private final JdbcClient jdbc;
    private final Lists lists;
    private final ObjectMapper json;

    PartnerPages(JdbcClient jdbc, Lists lists, ObjectMapper json) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.json = json;
    }

    /** What the detail needs beside what the list shows. */
    record Found(
            PartnerWorkOrder order,
            String customerId,
            int generation,
            String productOrderId,
            Map<String, Object> characteristics,
            Instant requestedCompletion,
            @Nullable String feedback,
            @Nullable String review,
            @Nullable String signature,
            @Nullable FoundStop stop) {}

    /** What its people are asked to stop, and by which generation of the step. */
    record FoundStop(
            int generation,
            Instant asked,
            String kind,
            @Nullable String reason) {}

    Page<PartnerWorkOrder> list(Filter filter, Paging paging) {
        return lists.page(
                paging,
                FROM + filter.where(),
                filter.parameters(),
                () -> jdbc.sql(SELECT + filter.where() + " ORDER BY " + paging.orderBy(SORTABLE, "w.due, w.id")
                                + " LIMIT :limit OFFSET :offset")
                        .params(filter.parameters())
                        .param("limit", paging.limit())
                        .param("offset", paging.offset())
                        .query(PartnerPages::order)
                        .list());
    }

    Optional<Found> find(String organization, String id) {
        var filter = of(organization).and("w.id = :id", "id", id);
        return jdbc.sql(SELECT + filter.where())
                .params(filter.parameters())
                .query((row, number) -> new Found(
                        order(row, number),
                        row.getString("customer_id"),
                        row.getInt("generation"),
                        row.getString("product_order_id"),
                        read(row.getString("characteristics")),
                        Columns.instant(row, "requested_completion"),
                        row.getString("feedback"),
                        row.getString("review"),
                        row.getString("signature"),
                        stop(row)))
                .optional();
    }

    static Filter of(String organization) {
        return new Filter("w.city").and("p.organization = :organization", "organization", organization);
    }

    private static @Nullable FoundStop stop(ResultSet row) throws SQLException {
        var asked = Columns.instant(row, "stop_asked");
        return asked == null
                ? null
                : new FoundStop(row.getInt("stop"), asked, row.getString("stop_kind"), row.getString("stop_reason"));
    }

    private Map<String, Object> read(String characteristics) {
        try {
            return json.readValue(characteristics, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static PartnerWorkOrder order(ResultSet row, int number) throws SQLException {
        return new PartnerWorkOrder(
                row.getString("id"),
                row.getString("description"),
                row.getString("product"),
                WorkOrderState.of(row.getString("state")).word(),
                row.getString("city"),
                row.getString("place"),
                row.getString("customer_name"),
                row.getInt("priority"),
                Columns.instant(row, "created"),
                Columns.instant(row, "due"),
                row.getBoolean("late"),
                Columns.instant(row, "completed"),
                Columns.instant(row, "visit_from"),
                Columns.instant(row, "visit_to"),
                row.getString("refusal"),
                Columns.instant(row, "stop_asked"));
    }
}
