package esop.north;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Each question in a transaction, or row-level security would answer that there is nothing. */
@Repository
@Transactional
class ReceivedOrderRepository {

    private static final String SELECT = """
            SELECT order_id, city, api, client, external_id, content, item_ids
              FROM north.received_order
             WHERE\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ReceivedOrderRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of two that bring the same number at once, the second waits here until the first is through. */
    void await(Api api, String client, String externalId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:number, 622))")
                .param("number", api + "\n" + client + "\n" + externalId)
                .query((row, number) -> true)
                .single();
    }

    Optional<ReceivedOrder> find(Api api, String client, String externalId) {
        return jdbc.sql(SELECT + "api = :api AND client = :client AND external_id = :externalId")
                .param("api", api.name())
                .param("client", client)
                .param("externalId", externalId)
                .query((row, number) -> received(row))
                .optional();
    }

    /** Several clients may use the same number; newest first. */
    List<ReceivedOrder> numbered(Api api, String externalId) {
        return jdbc.sql(SELECT + "api = :api AND external_id = :externalId ORDER BY received DESC, order_id DESC")
                .param("api", api.name())
                .param("externalId", externalId)
                .query((row, number) -> received(row))
                .list();
    }

    /** The ids of all that came by this API. */
    List<String> ids(Api api) {
        return jdbc.sql("SELECT order_id FROM north.received_order WHERE api = :api")
                .param("api", api.name())
                .query(String.class)
                .list();
    }

    /** Those under way whose client listens to this API. */
    List<ReceivedOrder> awaited(Api api) {
        return jdbc.sql(SELECT + """
                        api = :api AND ended IS NULL
                            AND EXISTS (SELECT 1 FROM north.listener l WHERE l.api = received_order.api AND l.client = received_order.client)
                        ORDER BY received, order_id
                        """)
                .param("api", api.name())
                .query((row, number) -> received(row))
                .list();
    }

    void ended(String orderId) {
        jdbc.sql("UPDATE north.received_order SET ended = :now WHERE order_id = :orderId")
                .param("now", Timestamp.from(clock.instant()))
                .param("orderId", orderId)
                .update();
    }

    /** @return false where it has been told before */
    boolean tellingFirst(ReceivedOrder order, String alert) {
        return jdbc.sql("""
                                INSERT INTO north.told_jeopardy (order_id, city, alert, told)
                                VALUES (:orderId, :city, :alert, :now)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("orderId", order.orderId())
                        .param("city", order.city())
                        .param("alert", alert)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** By the order's id; orders that were entered elsewhere are missing. */
    Map<String, ReceivedOrder> of(Collection<String> orderIds) {
        return jdbc
                .sql(SELECT + "order_id = ANY (:orderIds)")
                .param("orderIds", orderIds.toArray(String[]::new))
                .query((row, number) -> received(row))
                .list()
                .stream()
                .collect(Collectors.toMap(ReceivedOrder::orderId, Function.identity()));
    }

    void insert(ReceivedOrder received) {
        jdbc.sql("""
                        INSERT INTO north.received_order (order_id, city, api, client, external_id, content, item_ids, received)
                        VALUES (:orderId, :city, :api, :client, :externalId, :content, :itemIds, :received)
                        """)
                .param("orderId", received.orderId())
                .param("city", received.city())
                .param("api", received.api().name())
                .param("client", received.client())
                .param("externalId", received.externalId())
                .param("content", received.content())
                .param("itemIds", received.itemIds().toArray(String[]::new))
                .param("received", Timestamp.from(clock.instant()))
                .update();
    }

    private static ReceivedOrder received(ResultSet row) throws SQLException {
        return new ReceivedOrder(
                row.getString("order_id"),
                row.getString("city"),
                Api.valueOf(row.getString("api")),
                row.getString("client"),
                row.getString("external_id"),
                row.getString("content"),
                List.of((String[]) row.getArray("item_ids").getArray()));
    }
}
