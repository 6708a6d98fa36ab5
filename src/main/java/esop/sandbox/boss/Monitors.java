package esop.sandbox.boss;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Asked;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.Lifecycle;
import esop.sandbox.kernel.Records;
import esop.sandbox.kernel.Stored;
import esop.sandbox.kernel.TmfResource;
import esop.sandbox.kernel.Verb;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a caller asks while a service is being opened: one monitor per request that was answered 202, under the service's number. */
@Component
class Monitors implements TmfResource {

    static final Kind KIND = new Kind(Boss.SYSTEM, Boss.API, "monitor", "开通监视", "Activation monitors", "BOSS-M-", null);

    private final Records records;

    Monitors(Records records) {
        this.records = records;
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
        return Lifecycle.immediate("state", "InProgress");
    }

    void open(Stored service, Asked asked) {
        var id = idOf(service);
        var body = JsonNodeFactory.instance.objectNode();
        body.put("id", id).put("href", asked.apiUrl() + "/monitor/" + id);
        body.put("sourceHref", service.body().path("href").asText()).put("state", "InProgress");
        body.put("externalId", asked.externalId());
        var request = body.putObject("request");
        request.put("method", "POST").put("to", asked.apiUrl() + "/service");
        request.put("body", asked.body().toString());
        json(request);
        records.insert(new Stored(
                Boss.SYSTEM.id(),
                name(),
                id,
                asked.externalId(),
                "InProgress",
                service.manner(),
                body,
                asked.at(),
                asked.at()));
    }

    Stored of(Stored service) {
        return records.find(Boss.SYSTEM.id(), name(), idOf(service)).orElseThrow();
    }

    void close(Stored service, String state, int status, JsonNode answer) {
        records.lock(Boss.SYSTEM.id(), name(), idOf(service)).ifPresent(monitor -> {
            var response = monitor.body().put("state", state).putObject("response");
            response.put("statusCode", Integer.toString(status)).put("body", answer.toString());
            json(response);
            records.update(monitor.with(state, monitor.body()));
        });
    }

    private static void json(ObjectNode message) {
        message.putArray("header").addObject().put("name", "Content-Type").put("value", "application/json");
    }

    private static String idOf(Stored service) {
        return service.id().replace(Services.KIND.idPrefix(), KIND.idPrefix());
    }
}
