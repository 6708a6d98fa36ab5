package esop.audit;

import esop.identity.DataScope;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Begins audits whose time has come, a bounded number each minute: the other systems have their own work to do. */
@Component
class AuditClock {

    private static final int PLANNED_AT_ONCE = 200;
    private static final int BEGUN_AT_ONCE = 20;

    private final AuditPlan plan;

    AuditClock(AuditPlan plan) {
        this.plan = plan;
    }

    @Scheduled(fixedDelayString = "${esop.audit.look:1m}", initialDelayString = "${esop.audit.look-after:50s}")
    void look() {
        DataScope.asSystem(() -> {
            plan.plan(PLANNED_AT_ONCE);
            var begun = 0;
            while (begun < BEGUN_AT_ONCE && plan.beginNext()) {
                begun++;
            }
        });
    }
}
