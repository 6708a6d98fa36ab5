package esop.workflow.calendar;

import esop.workflow.Decisions;
import esop.workflow.Decisions.Explained;
import esop.workflow.Work;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Which calendar counts, by the table {@code working-calendar}; {@code city} and {@code unit} stand for that of the work's own. */
@Component
class CalendarChoice {

    static final String TABLE = "working-calendar";

    private final Decisions decisions;

    CalendarChoice(Decisions decisions) {
        this.decisions = decisions;
    }

    String of(Work work) {
        return of(work, explain(work));
    }

    Explained explain(Work work) {
        return decisions.explain(TABLE, work.facts());
    }

    String of(Work work, Explained decision) {
        var calendar = String.valueOf(decision.outputs().get(0).get("calendar"));
        return switch (calendar) {
            case "city" -> Objects.requireNonNullElse(work.city(), CalendarSet.PROVINCE);
            case "unit" -> Objects.requireNonNullElse(work.unit(), CalendarSet.PROVINCE);
            default -> calendar;
        };
    }
}
