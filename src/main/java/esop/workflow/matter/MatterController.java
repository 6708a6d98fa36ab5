package esop.workflow.matter;

import esop.workflow.MatterPart.Holder;
import esop.workflow.MatterPart.Station;
import esop.workflow.TaskHistory;
import esop.workflow.calendar.TaskTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MatterController {

    private final Matters matters;

    MatterController(Matters matters) {
        this.matters = matters;
    }

    /** The matter to which an order, an opportunity or a task belongs: what it has come by, where it is, and what happened. */
    @GetMapping("/api/matters/{id}")
    Matter matter(@PathVariable String id) {
        return matters.of(id);
    }

    /**
     * @param number of the thing it began with
     * @param stations each after the one it belongs to, oldest first
     * @param now who has it; nobody where all has ended
     */
    record Matter(
            String number,
            String name,
            @Nullable String customerId,
            @Nullable String customerName,
            List<Row> stations,
            List<Now> now,
            List<TaskHistory.Entry> timeline) {}

    record Row(
            String number,
            String kind,
            String kindName,
            String name,
            String stateName,
            @Nullable String page,
            @Nullable String parent,
            Instant began,
            @Nullable Instant due,
            @Nullable Instant ended) {

        static Row of(Station station) {
            return new Row(
                    station.number(),
                    station.kind(),
                    station.kindName(),
                    station.name(),
                    station.stateName(),
                    station.page(),
                    station.parent(),
                    station.began(),
                    station.due(),
                    station.ended());
        }
    }

    /**
     * @param number what it is about
     * @param holder a person, a group, a unit or another system
     * @param claimed whether a single person has it
     * @param time working time that is left; null where a date was promised
     * @param next what may come after it
     * @param taskId null where it lies in nobody's inbox
     */
    record Now(
            String number,
            String doing,
            String holder,
            boolean claimed,
            Instant since,
            @Nullable Instant due,
            @Nullable TaskTime time,
            List<String> next,
            @Nullable String taskId) {

        static Now of(String number, Holder holder) {
            return new Now(
                    number, holder.doing(), holder.name(), false, holder.since(), holder.due(), null, List.of(), null);
        }
    }
}
