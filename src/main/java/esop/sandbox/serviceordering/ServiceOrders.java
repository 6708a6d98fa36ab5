package esop.sandbox.serviceordering;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Asked;
import esop.sandbox.kernel.Kind;
import esop.sandbox.kernel.UnitOrders;
import java.time.Instant;

/** Service orders, whose services are known by the order that opens them. */
public abstract class ServiceOrders extends UnitOrders {

    private final String servicePrefix;

    /** @param servicePrefix with which the numbers of the opened services begin */
    protected ServiceOrders(Kind kind, String servicePrefix) {
        super(kind, "serviceOrderItem", "the system itself", kind.system().id());
        this.servicePrefix = servicePrefix;
    }

    @Override
    public String prepare(ObjectNode record, Asked asked) {
        var state = super.prepare(record, asked);
        itemsOf(record)
                .forEach(item -> number((ObjectNode) item, record.path("id").asText()));
        return state;
    }

    @Override
    protected void explained(ObjectNode order, String state, String reason, Instant at) {
        if (state.equals("failed")) {
            order.withArray("errorMessage")
                    .addObject()
                    .put("code", "openingFailed")
                    .put("message", reason)
                    .put("timestamp", at.toString());
        }
    }

    private void number(ObjectNode item, String orderId) {
        var service = (ObjectNode) item.path("service");
        if (!service.hasNonNull("id")) {
            var number = orderId.replace(kind().idPrefix(), servicePrefix);
            service.put("id", number + "-" + item.path("id").asText());
        }
    }

    /** The order that opened a service, by the service's number. */
    public String orderOf(String serviceId) {
        return serviceId.replace(servicePrefix, kind().idPrefix()).replaceFirst("(?<=\\d)-[^-]*$", "");
    }
}
