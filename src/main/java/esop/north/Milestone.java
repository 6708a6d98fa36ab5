package esop.north;

import esop.ordering.OrderEvent;
import esop.web.Texts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something on an order's way that is worth telling (TMF641 milestone).
 *
 * @param name {@code accepted}, {@code begun}, {@code dispatched}, {@code reached} (as its unit says), {@code signedOff}, {@code archived} or
 *     {@code opened}
 * @param subject id of the order, service order or work order that has got there
 * @param message the unit's own words
 */
record Milestone(
        String id,
        String name,
        String subject,
        Instant at,
        @Nullable String message) {

    private static final String REACHED = "unit.milestone";

    private static final Map<String, String> NAMES = Map.of(
            "order.accepted",
            "accepted",
            "order.decomposed",
            "begun",
            "work-order.dispatched",
            "dispatched",
            REACHED,
            "reached",
            "work-order.signed-off",
            "signedOff",
            "work-order.archived",
            "archived",
            "service-order.ended.completed",
            "opened");

    static Optional<Milestone> of(OrderEvent event) {
        var kind = event.kind().equals("service-order.ended")
                ? event.kind() + "." + event.params().get("state")
                : event.kind();
        var message = kind.equals(REACHED) ? event.params().get("message") : null;
        var which = message == null ? event.params().get("generation") : message;
        return Optional.ofNullable(NAMES.get(kind))
                .map(name -> new Milestone(
                        name + ":" + event.subject() + (which == null ? "" : ":" + which),
                        name,
                        event.subject(),
                        event.at(),
                        message));
    }

    /** In the reader's language. */
    String words() {
        return message == null
                ? Texts.get("north.milestone." + name, subject)
                : Texts.get("north.milestone." + name, subject, message);
    }
}
