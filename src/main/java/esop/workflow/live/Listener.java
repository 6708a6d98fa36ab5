package esop.workflow.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hears what any node has committed, on a connection of its own, and passes it to this node's browsers. */
@Component
class Listener extends Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final TypeReference<List<LiveEvent>> EVENTS = new TypeReference<>() {};
    private static final int RETRY_MILLIS = 1_000;

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final Subscribers subscribers;

    Listener(DataSource dataSource, ObjectMapper json, Subscribers subscribers) {
        super("live-listener");
        this.dataSource = dataSource;
        this.json = json;
        this.subscribers = subscribers;
    }

    @Override
    void turn() throws InterruptedException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("LISTEN " + Broadcast.CHANNEL);
            var postgres = connection.unwrap(PGConnection.class);
            while (isRunning()) {
                for (var notification : postgres.getNotifications(1_000)) {
                    subscribers.send(json.readValue(notification.getParameter(), EVENTS));
                }
            }
            statement.execute("UNLISTEN *");
        } catch (SQLException | JsonProcessingException failure) {
            if (isRunning()) {
                LOG.warn("browsers hear of no changes for a moment: {}", failure.getMessage());
                Thread.sleep(RETRY_MILLIS);
            }
        }
    }
}
