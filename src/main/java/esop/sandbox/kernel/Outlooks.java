package esop.sandbox.kernel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a system says of an order under way without moving it: what endangers it, what it has reached, when it will be done. */
@Component
public class Outlooks {

    /**
     * @param alert what endangers it
     * @param milestone what it has reached
     * @param expected when it will be done
     * @param wanted information that is missing
     */
    public record Said(
            @Nullable String alert,
            @Nullable String milestone,
            @Nullable String expected,
            @Nullable String wanted) {

        private String event() {
            if (wanted != null) {
                return "InformationRequiredEvent";
            }
            if (alert != null) {
                return "JeopardyAlertEvent";
            }
            return milestone != null ? "MilestoneStateChangeEvent" : "AttributeValueChangeEvent";
        }
    }

    private final Catalogue catalogue;
    private final Records records;
    private final Announcements announcements;

    Outlooks(Catalogue catalogue, Records records, Announcements announcements) {
        this.catalogue = catalogue;
        this.records = records;
        this.announcements = announcements;
    }

    @Transactional
    public Stored say(String system, String name, String id, Said said) {
        var resource = catalogue.resource(system, name);
        var record = records.lock(system, name, id).orElseThrow(() -> Refusal.unknown(name, id));
        var lifecycle = resource.lifecycle();
        if (lifecycle.isImmediate() || lifecycle.hasEnded(record.state())) {
            throw Refusal.notPossible(name + " " + id + " is " + record.state() + ": nothing is left to come");
        }
        var body = record.body().deepCopy();
        var now = Instant.now().toString();
        if (said.alert() != null) {
            body.withArray("jeopardyAlert")
                    .addObject()
                    .put("id", Integer.toString(body.path("jeopardyAlert").size()))
                    .put("alertDate", now)
                    .put("jeopardyType", "atRisk")
                    .put("message", said.alert());
        }
        if (said.milestone() != null) {
            body.withArray("milestone")
                    .addObject()
                    .put("id", Integer.toString(body.path("milestone").size()))
                    .put("name", said.milestone())
                    .put("status", "achieved")
                    .put("milestoneDate", now);
        }
        if (said.expected() != null) {
            body.put("expectedCompletionDate", said.expected());
        }
        var told = record.with(record.state(), body);
        records.update(told);
        announcements.besides(resource, told, said.event(), said.wanted());
        return told;
    }
}
