package esop.sandbox.firstlevel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.callback.Signature;
import esop.sandbox.kernel.EsopClient;
import esop.sandbox.kernel.Heard;
import esop.sandbox.kernel.Ledger;
import esop.sandbox.kernel.Records;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears ESOP's events: believes only what is signed, writes each down, and moves the order it is about. */
@Component
class EventEar {

    private final Ledger ledger;
    private final Records records;
    private final SentDown orders;
    private final Environment environment;
    private final ObjectMapper json;

    EventEar(Ledger ledger, Records records, SentDown orders, Environment environment, ObjectMapper json) {
        this.ledger = ledger;
        this.records = records;
        this.orders = orders;
        this.environment = environment;
        this.json = json;
    }

    /** @return the status that ESOP is answered with */
    @Transactional
    int hear(@Nullable Long timestamp, @Nullable String messageId, @Nullable String signature, String text) {
        var body = read(text);
        var order = body.path("event").path("productOrder").isObject()
                ? body.path("event").path("productOrder")
                : body.path("event").path("serviceOrder");
        var heard = new Heard(
                FirstLevel.SYSTEM.id(),
                SendingDown.LISTENER,
                body.path("eventType").asText("unknown"),
                messageId,
                order.path("externalId").asText(null),
                text);
        if (timestamp == null || messageId == null || !signed(timestamp, text).equals(signature)) {
            ledger.heard(heard, "refused", 401);
            return 401;
        }
        if (ledger.hasHeard(FirstLevel.SYSTEM.id(), messageId)) {
            ledger.heard(heard, "duplicate", 204);
            return 204;
        }
        ledger.heard(heard, "yes", 204);
        move(order);
        return 204;
    }

    private void move(JsonNode order) {
        records.lock(
                        FirstLevel.SYSTEM.id(),
                        orders.name(),
                        order.path("externalId").asText())
                .ifPresent(record -> {
                    var body = ((ObjectNode) order.deepCopy())
                            .put("id", record.id())
                            .put("esopId", order.path("id").asText())
                            .put("heard", Instant.now().toString());
                    records.update(record.with(order.path("state").asText(), body));
                });
    }

    private String signed(long timestamp, String body) {
        return Signature.of(
                Signature.secretOfListener(EsopClient.account(FirstLevel.SYSTEM.id()), environment), timestamp, body);
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException noJson) {
            return json.createObjectNode();
        }
    }
}
