package esop.sandbox.boss;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Answer;
import esop.sandbox.kernel.Asked;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.Progress;
import esop.sandbox.kernel.Refusal;
import esop.sandbox.kernel.Stored;
import esop.sandbox.kernel.TmfResource;
import esop.sandbox.kernel.Verb;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Services opened, changed, suspended and ended: at once, or by a monitor where a person answers or 202 was asked for. */
@Component
class Services implements TmfResource {

    static final Kind KIND = new Kind(Boss.SYSTEM, Boss.API, "service", "服务", "Services", "BOSS-S-", "tmf640");

    private static final String TERMINATED = "terminated";

    private final Monitors monitors;

    Services(Monitors monitors) {
        this.monitors = monitors;
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.CREATE, Verb.PATCH, Verb.DELETE);
    }

    @Override
    public Lifecycle lifecycle() {
        return Lifecycle.immediate("state", "active");
    }

    @Override
    public String prepare(ObjectNode record, Asked asked) {
        var wanted = record.path("state").asText();
        record.put("serviceDate", asked.at().toString());
        if (wanted.equals("active")) {
            record.put("hasStarted", true).put("startDate", asked.at().toString());
        }
        return Monitors.needed(asked) ? "reserved" : wanted;
    }

    @Override
    public Stored opened(Stored service, Asked asked, Progress progress) {
        if (Monitors.needed(asked)) {
            monitors.open(service, asked, progress);
        }
        return service;
    }

    @Override
    public Answer answer(Stored service, Asked asked) {
        return Monitors.needed(asked) ? monitors.accepted(service, asked) : TmfResource.super.answer(service, asked);
    }

    @Override
    public String patch(Stored before, ObjectNode record, ObjectNode patch) {
        if (before.state().equals(TERMINATED)) {
            throw Refusal.notPossible("service " + before.id() + " is terminated");
        }
        var state = TmfResource.super.patch(before, record, patch);
        if (state.equals(TERMINATED)) {
            record.put("endDate", Instant.now().toString());
        }
        return state;
    }

    @Override
    public String delete(Stored before) {
        if (before.state().equals(TERMINATED)) {
            throw Refusal.notPossible("service " + before.id() + " is terminated");
        }
        return TERMINATED;
    }
}
