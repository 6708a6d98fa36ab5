package esop.ordering;

import esop.workflow.LiveUpdates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The lines that a transaction adds to timelines, written in one statement before it commits or before it reads a timeline. */
@Component
class NewLines {

    record Line(
            String orderId,
            Instant at,
            String kind,
            @Nullable String actor,
            String subject,
            String params) {}

    private record Told(String orderId, String city) {}

    private final JdbcClient jdbc;
    private final LiveUpdates liveUpdates;

    NewLines(JdbcClient jdbc, LiveUpdates liveUpdates) {
        this.jdbc = jdbc;
        this.liveUpdates = liveUpdates;
    }

    void add(Line line) {
        var lines = (OfTransaction) TransactionSynchronizationManager.getResource(this);
        if (lines == null) {
            lines = new OfTransaction();
            TransactionSynchronizationManager.registerSynchronization(lines);
            TransactionSynchronizationManager.bindResource(this, lines);
        }
        lines.waiting.add(line);
    }

    void write() {
        if (TransactionSynchronizationManager.getResource(this) instanceof OfTransaction lines) {
            lines.write();
        }
    }

    private void insert(List<Line> lines) {
        var told = jdbc.sql("""
                        INSERT INTO ordering.order_event (order_id, city, at, kind, actor, subject, params)
                        SELECT orders.id, orders.city, CAST(line.at AS timestamptz), line.kind, line.actor, line.subject, CAST(line.params AS jsonb)
                          FROM unnest(:orders, :ats, :kinds, :actors, :subjects, :params)
                               WITH ORDINALITY AS line (order_id, at, kind, actor, subject, params, position)
                          JOIN ordering.product_order orders ON orders.id = line.order_id
                         ORDER BY line.position
                        RETURNING order_id, city
                        """)
                .param("orders", texts(lines, Line::orderId))
                .param("ats", texts(lines, line -> line.at().toString()))
                .param("kinds", texts(lines, Line::kind))
                .param("actors", texts(lines, Line::actor))
                .param("subjects", texts(lines, Line::subject))
                .param("params", texts(lines, Line::params))
                .query(Told.class)
                .list();
        if (told.size() < lines.size()) {
            throw new IllegalStateException("a timeline of an order that nobody knows: " + lines);
        }
        new HashSet<>(told).forEach(order -> liveUpdates.orderChanged(order.orderId(), order.city()));
    }

    private static @Nullable String[] texts(List<Line> lines, Function<Line, @Nullable String> of) {
        return lines.stream().map(of).toArray(String[]::new);
    }

    private final class OfTransaction implements TransactionSynchronization {

        private final List<Line> waiting = new ArrayList<>();

        private void write() {
            if (!waiting.isEmpty()) {
                insert(waiting);
                waiting.clear();
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(NewLines.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(NewLines.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(NewLines.this);
        }
    }
}
