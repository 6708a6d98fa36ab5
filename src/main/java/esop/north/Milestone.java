package esop.north;

import esop.ordering.OrderEvent;
import esop.web.Texts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something on an order's way that is worth telling (TMF641 milestone).
 *
 * @param name {@code accepted}, {@code begun}, {@code dispatched}, {@code signedOff}, {@code archived} or {@code opened}
 * @param subject id of the order, service order or work order that has got there
 */
record Milestone(String id, String name, String subject, Instant at) {

    private static final Map<String, String> NAMES = Map.of(
            "order.accepted", "accepted",
            "order.decomposed", "begun",
            "work-order.dispatched", "dispatched",
            "work-order.signed-off", "signedOff",
            "work-order.archived", "archived",
            "service-order.ended.completed", "opened");

    static Optional<Milestone> of(OrderEvent event) {
        var kind = event.kind().equals("service-order.ended")
                ? event.kind() + "." + event.params().get("state")
                : event.kind();
        var generation = event.params().get("generation");
        return Optional.ofNullable(NAMES.get(kind))
                .map(name -> new Milestone(
                        name + ":" + event.subject() + (generation == null ? "" : ":" + generation),
                        name,
                        event.subject(),
                        event.at()));
    }

    /** In the reader's language. */
    String words() {
        return Texts.get("north.milestone." + name, subject);
    }
}
