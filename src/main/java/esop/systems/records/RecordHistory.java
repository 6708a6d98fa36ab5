package esop.systems.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.systems.records.CallsOfRecords.Call;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What call after call has said of records: the last one says what each is to be. */
class RecordHistory {

    private static final String TERMINATED = "terminated";
    private static final Map<String, RecordKind> ORDERS = Map.of(
            "resource-order.create", RecordKind.RESOURCE_ORDER,
            "service-order.create", RecordKind.SERVICE_ORDER,
            "product-order.create", RecordKind.PRODUCT_ORDER);
    private static final Map<String, RecordKind> WISHES = Map.of(
            "service-activation.create", RecordKind.SERVICE,
            "service-activation.modify", RecordKind.SERVICE,
            "service-activation.terminate", RecordKind.SERVICE,
            "product-order.mirror", RecordKind.PRODUCT_ORDER);

    private final Map<String, LeftRecord> left = new LinkedHashMap<>();

    /** Products that a registration began; one that was changed is not ended by taking the change back. */
    private final Set<String> begun = new HashSet<>();

    void add(Call call) {
        switch (call.operation()) {
            case "product.register" -> register(call);
            case "product.take-back" -> takeBack(call);
            case "reservation.create" -> reserve(call, RecordKind.RESERVED);
            case "reservation.release" -> reserve(call, RecordKind.RELEASED);
            default -> order(call);
        }
    }

    /** A step that was sent again has made another record; what became of the first is nobody's wish any more. */
    List<LeftRecord> latest() {
        var latest = new LinkedHashMap<String, LeftRecord>();
        left.values()
                .forEach(record -> latest.merge(
                        record.name(),
                        record,
                        (one, other) ->
                                other.source().generation() >= one.source().generation() ? other : one));
        return List.copyOf(latest.values());
    }

    private void order(Call call) {
        if (ORDERS.containsKey(call.operation())) {
            var kind = ORDERS.get(call.operation());
            var ours = new LinkedHashMap<>(kind.elements(call.payload()));
            ours.put(RecordKind.STATE, "completed");
            write(call, kind, call.id(), ours, null);
        } else if (WISHES.containsKey(call.operation())) {
            var kind = WISHES.get(call.operation());
            write(call, kind, call.id(), kind.elements(call.payload()), null);
        }
    }

    private void reserve(Call call, String state) {
        write(call, RecordKind.RESERVATION, call.id(), Map.of(RecordKind.STATE, state), null);
    }

    private void register(Call call) {
        for (var product : call.payload().path("product")) {
            var subscription = product.path("externalId").asText();
            ObjectNode whole = product.deepCopy();
            whole.set("relatedParty", call.payload().path("relatedParty"));
            if (!product.hasNonNull("id")) {
                begun.add(call.step().key() + subscription);
            }
            write(
                    call,
                    RecordKind.PRODUCT,
                    crmId(call, product, subscription),
                    RecordKind.PRODUCT.elements(whole),
                    subscription);
        }
    }

    private static @Nullable String crmId(Call call, JsonNode product, String subscription) {
        if (product.hasNonNull("id")) {
            return product.path("id").asText();
        }
        for (var answered : registrations(call)) {
            for (var registered : answered.path("product")) {
                if (registered.path("externalId").asText().equals(subscription)) {
                    return registered.path("id").asText();
                }
            }
        }
        return null;
    }

    /** Asked for proof, the CRM answers with a list. */
    private static Iterable<JsonNode> registrations(Call call) {
        if (call.answer() == null) {
            return List.of();
        }
        return call.answer().isArray() ? call.answer() : List.of(call.answer());
    }

    private void takeBack(Call call) {
        left.values().removeIf(record -> isOf(record, call) && !isBegunBy(record, call));
        left.replaceAll((key, record) -> isOf(record, call)
                ? record.as(call.step(), call.created(), Map.of(RecordKind.STATE, TERMINATED))
                : record);
    }

    private static boolean isOf(LeftRecord record, Call takingBack) {
        return record.source().key().equals(takingBack.compensates());
    }

    private boolean isBegunBy(LeftRecord record, Call takingBack) {
        return begun.contains(takingBack.compensates() + record.subscription());
    }

    /** Of what is ended nothing else is worth comparing. */
    private void write(
            Call call, RecordKind kind, @Nullable String id, Map<String, String> said, @Nullable String subscription) {
        var key = call.system() + "/" + kind.word() + "/" + id;
        var before = left.get(key);
        if (id == null || before == null && !call.own()) {
            return;
        }
        var ours = TERMINATED.equals(said.get(RecordKind.STATE)) ? Map.of(RecordKind.STATE, TERMINATED) : said;
        left.put(
                key,
                before == null
                        ? new LeftRecord(
                                kind, call.system(), id, call.step(), call.step(), call.created(), ours, subscription)
                        : before.as(call.step(), call.created(), ours));
    }
}
