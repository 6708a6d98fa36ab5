package esop.north;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A listener is its client's and no city's; what it hears of is the orders of that client. */
@Repository
class ListenerRepository {

    private static final String SELECT = "SELECT id, api, client, callback, query FROM north.listener WHERE ";

    private final JdbcClient jdbc;
    private final Clock clock;

    ListenerRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Listener> of(String client, Api api) {
        return jdbc.sql(SELECT + "client = :client AND api = :api ORDER BY created, id")
                .param("client", client)
                .param("api", api.name())
                .query(ListenerRepository::listener)
                .list();
    }

    Optional<Listener> find(String id, String client, Api api) {
        return of(client, api).stream()
                .filter(listener -> listener.id().equals(id))
                .findFirst();
    }

    /** Two that register the same at once: the slower one is refused by the table. */
    void insert(Listener listener) {
        jdbc.sql("""
                        INSERT INTO north.listener (id, api, client, callback, query, created)
                        VALUES (:id, :api, :client, :callback, :query, :created)
                        """)
                .param("id", listener.id())
                .param("api", listener.api().name())
                .param("client", listener.client())
                .param("callback", listener.callback())
                .param("query", listener.query())
                .param("created", Timestamp.from(clock.instant()))
                .update();
    }

    void delete(String id) {
        jdbc.sql("DELETE FROM north.listener WHERE id = :id").param("id", id).update();
    }

    private static Listener listener(ResultSet row, int number) throws SQLException {
        return new Listener(
                row.getString("id"),
                Api.valueOf(row.getString("api")),
                row.getString("client"),
                row.getString("callback"),
                row.getString("query"));
    }
}
