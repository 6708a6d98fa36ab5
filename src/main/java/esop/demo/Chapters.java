package esop.demo;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How far the story has been told; works as the owner of the tables, for the application itself may not rewrite history. */
class Chapters {

    record Told(int position, String orderId, boolean told) {}

    private static final int PATIENCE = 10;

    private final JdbcClient jdbc;
    private final TimeShift timeShift;
    private final TransactionTemplate transaction;

    Chapters(Environment environment) {
        var owner = new DriverManagerDataSource(
                environment.getRequiredProperty("spring.flyway.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password"));
        this.jdbc = JdbcClient.create(owner);
        this.timeShift = new TimeShift(jdbc);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
    }

    Map<Integer, Told> all() {
        return jdbc.sql("SELECT position, order_id, told FROM demo.chapter").query(Told.class).list().stream()
                .collect(Collectors.toMap(Told::position, chapter -> chapter));
    }

    int countTold() {
        return jdbc.sql("SELECT count(*) FROM demo.chapter WHERE told")
                .query(Integer.class)
                .single();
    }

    void ordered(int position, String orderId) {
        jdbc.sql("INSERT INTO demo.chapter (position, order_id) VALUES (:position, :order) ON CONFLICT DO NOTHING")
                .param("position", position)
                .param("order", orderId)
                .update();
    }

    /** The deal is told; the order it became lies as far back as it does. */
    void dealt(int position, String opportunityId, @Nullable String orderId, int daysAgo) {
        once(position, () -> {
            timeShift.dealBack(opportunityId, daysAgo);
            if (orderId != null) {
                timeShift.back(orderId, daysAgo);
            }
        });
    }

    /** The visit is told. */
    void visited(int position, String intakeId, int daysAgo) {
        once(position, () -> timeShift.intakeBack(intakeId, daysAgo));
    }

    /** What was sold and opened lies as many days back as the story says. */
    void soldBack(String opportunityId, String orderId, int daysAgo) {
        together(() -> {
            timeShift.dealBack(opportunityId, daysAgo);
            timeShift.back(orderId, daysAgo);
        });
    }

    /** The chapter is told, and lies as many days back as the story says. */
    void told(int position, String orderId, int daysAgo) {
        once(position, () -> timeShift.back(orderId, daysAgo));
    }

    private void once(int position, Runnable shift) {
        together(() -> {
            var news = jdbc.sql("UPDATE demo.chapter SET told = true WHERE position = :position AND NOT told")
                    .param("position", position)
                    .update();
            if (news == 1) {
                shift.run();
            }
        });
    }

    /** Again where an answer was quicker at the same row: the shift and the work it meets lock rows in orders of their own. */
    private void together(Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> work.run());
                return;
            } catch (PessimisticLockingFailureException overtaken) {
                if (attempt == PATIENCE) {
                    throw overtaken;
                }
            }
        }
    }
}
