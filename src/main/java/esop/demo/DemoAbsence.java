package esop.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An approver in Nanjing is at a training course, and their superior approves in their place, up to a sum. */
@Component
@ConditionalOnProperty({"esop.demo", "esop.story"})
class DemoAbsence {

    private final JdbcClient jdbc;

    DemoAbsence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void add() {
        jdbc.sql("""
                        INSERT INTO workflow.absence (
                            id, person, substitute, first_day, last_day, away, amount_limit, note, entered_by, entered)
                        SELECT gen_random_uuid(), 'approver.nanjing', 'manager.nanjing', workflow.today(), workflow.today() + 13, true,
                            200000, '省公司培训', 'approver.nanjing', now()
                        WHERE NOT EXISTS (SELECT 1 FROM workflow.absence)
                        """).update();
    }
}
