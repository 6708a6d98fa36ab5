package esop.sandbox.si;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Asked;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.TmfResource;
import esop.sandbox.kernel.Verb;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When the fitters are free: the asked slot itself, and the same hours of the day after. */
@Component
@Order(3)
class TimeSlots implements TmfResource {

    static final Kind KIND =
            new Kind(Si.SYSTEM, Si.APPOINTMENTS, "searchTimeSlot", "空档查询", "Time slot searches", "SI-TS-", "tmf646");

    private static final Duration VISIT = Duration.ofHours(2);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.CREATE);
    }

    @Override
    public Lifecycle lifecycle() {
        return Lifecycle.immediate("status", "done");
    }

    @Override
    public String prepare(ObjectNode search, Asked asked) {
        var begin = search.at("/requestedTimeSlot/0/validFor/startDateTime").asText("");
        var first = begin.isEmpty() ? asked.at().plus(1, ChronoUnit.DAYS) : Instant.parse(begin);
        search.put("searchDate", asked.at().toString()).put("searchResult", "success");
        var slots = search.putArray("availableTimeSlot");
        for (var day = 0; day < 2; day++) {
            var from = first.plus(day, ChronoUnit.DAYS);
            slots.addObject()
                    .put("id", search.path("id").asText() + "-" + (day + 1))
                    .putObject("validFor")
                    .put("startDateTime", from.toString())
                    .put("endDateTime", from.plus(VISIT).toString());
        }
        return lifecycle().first();
    }
}
