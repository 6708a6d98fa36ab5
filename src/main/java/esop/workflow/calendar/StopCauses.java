package esop.workflow.calendar;

import esop.workflow.Decisions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Why a task may wait, by the table {@code stop-cause}. */
@Component
class StopCauses {

    private final Decisions decisions;

    StopCauses(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * @param side whose doing it is: {@code customer}, {@code force-majeure}, {@code network}, {@code partner} or {@code ours}
     * @param stops whether the task's time stands still for so long
     * @param days how many working days at most
     */
    record Cause(String id, String name, String nameEn, String side, boolean stops, int days) {

        /** Whatever the table says: time stands still for the customer's doing and for nobody's, and for nothing else. */
        static Cause of(String id, String name, String nameEn, String side, int days) {
            return new Cause(
                    id, name, nameEn, side, Set.of("customer", "force-majeure").contains(side), days);
        }
    }

    List<Cause> of(ClockedTask task) {
        var facts = new HashMap<String, Object>();
        facts.put("process", task.process());
        facts.put("task", task.activity());
        return decisions.evaluate("stop-cause", facts).stream()
                .map(StopCauses::cause)
                .toList();
    }

    private static Cause cause(Map<String, Object> row) {
        return Cause.of(
                String.valueOf(row.get("cause")),
                String.valueOf(row.get("name")),
                String.valueOf(row.get("nameEn")),
                String.valueOf(row.get("side")),
                row.get("days") instanceof Number days ? Math.max(1, days.intValue()) : 1);
    }
}
