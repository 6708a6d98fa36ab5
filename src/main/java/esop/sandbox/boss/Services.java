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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Services opened, changed, suspended and ended: at once, or later under a monitor where a person answers or 202 was asked for. */
@Component
@Order(1)
class Services implements TmfResource {

    static final Kind KIND = new Kind(Boss.SYSTEM, Boss.API, "service", "服务", "Services", "BOSS-S-", "tmf640");

    private static final String ACTIVE = "active";
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
        return new Lifecycle(
                "state",
                "reserved",
                List.of(),
                ACTIVE,
                TERMINATED,
                TERMINATED,
                Set.of("feasibilityChecked", "designed", "inactive", ACTIVE, TERMINATED));
    }

    @Override
    public String prepare(ObjectNode service, Asked asked) {
        var state = later(asked) ? lifecycle().first() : service.path("state").asText();
        service.put("serviceDate", asked.at().toString());
        if (state.equals(ACTIVE)) {
            start(service, asked.at());
        }
        return state;
    }

    @Override
    public Stored opened(Stored service, Asked asked, Progress progress) {
        if (later(asked)) {
            monitors.open(service, asked);
            progress.plan(this, service, asked.behaviour());
        }
        return service;
    }

    @Override
    public Answer answer(Stored service, Asked asked) {
        if (!later(asked)) {
            return TmfResource.super.answer(service, asked);
        }
        var monitor = monitors.of(service).body();
        return Answer.created(202, monitor, monitor.path("href").asText());
    }

    @Override
    public String patch(Stored before, ObjectNode service, ObjectNode patch) {
        requireAlive(before);
        var state = TmfResource.super.patch(before, service, patch);
        if (state.equals(TERMINATED)) {
            service.put("endDate", Instant.now().toString());
        }
        return state;
    }

    @Override
    public String delete(Stored before) {
        requireAlive(before);
        return TERMINATED;
    }

    @Override
    public void entered(Stored service, String state, @Nullable String reason, Instant at, Progress progress) {
        if (state.equals(ACTIVE)) {
            start(service.body(), at);
            monitors.close(service, "Completed", 201, service.body());
        } else {
            var why = Objects.requireNonNullElse(reason, "not opened");
            service.body().put("endDate", at.toString());
            service.body().withArray("note").addObject().put("author", "BOSS").put("text", why);
            monitors.close(
                    service,
                    "Failed",
                    422,
                    Objects.requireNonNull(Answer.error(422, "failed", why).body()));
        }
    }

    private static boolean later(Asked asked) {
        return asked.behaviour().manual() || asked.behaviour().monitor();
    }

    private static void start(ObjectNode service, Instant at) {
        service.put("hasStarted", true).put("startDate", at.toString());
    }

    private static void requireAlive(Stored service) {
        if (service.state().equals(TERMINATED)) {
            throw Refusal.notPossible("service " + service.id() + " is terminated");
        }
    }
}
