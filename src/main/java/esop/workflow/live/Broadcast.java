package esop.workflow.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import esop.workflow.LiveUpdates;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends what was committed through {@code NOTIFY}, in batches and outside of the business transactions: PostgreSQL lets
 * notifying transactions commit only one after the other.
 */
@Component
public class Broadcast extends Worker implements LiveUpdates {

    static final String CHANNEL = "esop_live";

    private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);
    private static final int BATCH = 25;
    private static final int PAUSE_MILLIS = 100;

    private final BlockingQueue<LiveEvent> committed = new ArrayBlockingQueue<>(10_000);
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Broadcast(JdbcClient jdbc, ObjectMapper json) {
        super("live-broadcast");
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void orderChanged(String orderId, String city) {
        afterCommit(new LiveEvent("order", orderId, "changed", city, List.of(), null));
    }

    @Override
    public void opportunityChanged(String opportunityId, String city) {
        afterCommit(new LiveEvent("opportunity", opportunityId, "changed", city, List.of(), null));
    }

    @Override
    public void intakeChanged(String intakeId, String city) {
        afterCommit(new LiveEvent("intake", intakeId, "changed", city, List.of(), null));
    }

    @Override
    public void cancellationChanged(String cancellationId, String city) {
        afterCommit(new LiveEvent("cancellation", cancellationId, "changed", city, List.of(), null));
    }

    public void taskChanged(String taskId, String change, String city, List<String> groups, @Nullable String assignee) {
        afterCommit(new LiveEvent("task", taskId, change, city, groups, assignee));
    }

    /** Only the person who was told hears of it. */
    public void noticed(@Nullable String taskId, String change, String city, String person) {
        afterCommit(new LiveEvent("notice", String.valueOf(taskId), change, city, List.of(), person));
    }

    private void afterCommit(LiveEvent event) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            committed.offer(event);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                committed.offer(event);
            }
        });
    }

    @Override
    void turn() throws InterruptedException {
        var first = committed.poll(1, TimeUnit.SECONDS);
        if (first == null) {
            return;
        }
        Thread.sleep(PAUSE_MILLIS);
        var different = new LinkedHashSet<LiveEvent>(List.of(first));
        committed.drainTo(different);
        var events = List.copyOf(different);
        var batches = IntStream.iterate(0, from -> from < events.size(), from -> from + BATCH)
                .mapToObj(from -> events.subList(from, Math.min(from + BATCH, events.size())))
                .map(batch -> json.valueToTree(batch).toString())
                .toArray(String[]::new);
        try {
            jdbc.sql("SELECT pg_notify(:channel, batch) FROM unnest(:batches) AS batch")
                    .param("channel", CHANNEL)
                    .param("batches", batches)
                    .query((row, number) -> number)
                    .list();
        } catch (DataAccessException failure) {
            LOG.debug("{} changes not announced", events.size(), failure);
        }
    }
}
