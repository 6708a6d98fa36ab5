package esop.sandbox.boss;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Answer;
import esop.sandbox.kernel.Asked;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.Progress;
import esop.sandbox.kernel.Records;
import esop.sandbox.kernel.Stored;
import esop.sandbox.kernel.TmfResource;
import esop.sandbox.kernel.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What a caller asks while a service is being opened: one monitor per request that was answered 202. */
@Component
class Monitors implements TmfResource {

    static final Kind KIND = new Kind(Boss.SYSTEM, Boss.API, "monitor", "开通监视", "Activation monitors", "BOSS-M-", null);

    private static final String SERVICE = "service";

    private final Records records;
    private final Services services;

    Monitors(Records records, @Lazy Services services) {
        this.records = records;
        this.services = services;
    }

    static boolean needed(Asked asked) {
        return asked.behaviour().manual() || asked.behaviour().monitor();
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of();
    }

    @Override
    public Lifecycle lifecycle() {
        return new Lifecycle(
                "state", "InProgress", List.of(), "Completed", "Failed", "Failed", Set.of("Completed", "Failed"));
    }

    /** Under the service's number, so that one leads to the other. */
    void open(Stored service, Asked asked, Progress progress) {
        var id = monitorOf(service);
        var body = JsonNodeFactory.instance.objectNode();
        body.put("id", id).put("href", asked.apiUrl() + "/monitor/" + id);
        body.put("sourceHref", service.body().path("href").asText())
                .put("state", lifecycle().first());
        body.put("externalId", asked.externalId());
        var request = body.putObject("request");
        request.put("method", "POST").put("to", asked.apiUrl() + "/" + SERVICE);
        request.put("body", asked.body().toString());
        request.putArray("header").addObject().put("name", "Content-Type").put("value", "application/json");
        var monitor = new Stored(
                Boss.SYSTEM.id(),
                name(),
                id,
                asked.externalId(),
                lifecycle().first(),
                service.manner(),
                body,
                asked.at(),
                asked.at());
        records.insert(monitor);
        progress.plan(this, monitor, asked.behaviour());
    }

    Answer accepted(Stored service, Asked asked) {
        var monitor = records.find(Boss.SYSTEM.id(), name(), monitorOf(service)).orElseThrow();
        return Answer.created(202, monitor.body(), monitor.body().path("href").asText());
    }

    /** The service follows its monitor; once open, it is told of by a callback of its own. */
    @Override
    public void entered(Stored monitor, String state, @Nullable String reason, Instant at, Progress progress) {
        var completed = state.equals(lifecycle().done());
        var response = monitor.body().putObject("response");
        response.put("statusCode", completed ? "201" : "422");
        response.putArray("header").addObject().put("name", "Content-Type").put("value", "application/json");
        records.lock(Boss.SYSTEM.id(), SERVICE, monitor.id().replace("BOSS-M-", "BOSS-S-"))
                .ifPresent(service -> {
                    var body = service.body();
                    body.put("state", completed ? "active" : "inactive");
                    response.put(
                            "body", completed ? body.toString() : error(reason).toString());
                    var after = service.with(body.path("state").asText(), body);
                    records.update(after);
                    if (completed) {
                        progress.announce(services, after);
                    }
                });
    }

    private static ObjectNode error(@Nullable String reason) {
        return (ObjectNode) Answer.error(422, "failed", reason == null ? "not opened" : reason)
                .body();
    }

    private static String monitorOf(Stored service) {
        return service.id().replace("BOSS-S-", "BOSS-M-");
    }
}
