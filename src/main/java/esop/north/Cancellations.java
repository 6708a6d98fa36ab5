package esop.north;

import esop.identity.CurrentPerson;
import esop.north.Slice.Part;
import esop.ordering.OrderEvent;
import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import esop.ordering.Withdrawal;
import esop.web.BadRequestException;
import esop.web.InvalidException;
import esop.web.Texts;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Withdrawals as TM Forum's APIs speak of them: tasks that are kept, and say what became of them. */
@Component
class Cancellations {

    private final Ordering ordering;
    private final CancellationRepository repository;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    Cancellations(Ordering ordering, CancellationRepository repository, CurrentPerson currentPerson, Clock clock) {
        this.ordering = ordering;
        this.repository = repository;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /** @param wishedFor when the client wants it: an order is withdrawn at once or not at all */
    Cancellation cancel(Api api, ProductOrder order, @Nullable String given, @Nullable String wishedFor) {
        var reason = reason(given);
        refuseLater(wishedFor);
        // Kept before anything is done: what was asked for is known even where nobody hears the answer.
        var asked = repository.add(
                api, order.id(), order.city(), currentPerson.get().id(), reason);
        if (ordering.withdraw(order.id(), reason) instanceof Withdrawal.Refused refused) {
            repository.refused(asked.id(), refused.reason());
        } else {
            repository.accepted(asked.id());
        }
        return repository.find(api, asked.id()).orElseThrow();
    }

    Optional<Cancellation> find(Api api, String id) {
        return repository.find(api, id);
    }

    /** @param order the attribute that names the order, for example {@code productOrder} */
    Part<Cancellation> list(Api api, String order, Map<String, String> query) {
        Attributes.check(query, Set.of("fields", "offset", "limit", "state", order + ".id"));
        return repository.list(api, query.get(order + ".id"), states(query.get("state")), Slice.of(query));
    }

    @EventListener
    void on(OrderEvent event) {
        if (event.kind().equals("order.cancelled")) {
            repository.done(event.orderId());
        }
    }

    private static Set<String> states(@Nullable String words) {
        var states = new TreeSet<String>();
        if (words != null) {
            Arrays.stream(words.split(",")).map(String::strip).forEach(states::add);
        }
        if (!Cancellation.STATES.containsAll(states)) {
            throw new BadRequestException(
                    "state", Texts.get("north.unknown-state", String.join(", ", Cancellation.STATES)));
        }
        return states;
    }

    private void refuseLater(@Nullable String wishedFor) {
        try {
            if (wishedFor != null && OffsetDateTime.parse(wishedFor).toInstant().isAfter(clock.instant())) {
                throw new InvalidException("requestedCancellationDate", Texts.get("north.cancelled-at-once"));
            }
        } catch (DateTimeParseException unreadable) {
            throw new BadRequestException("requestedCancellationDate", Texts.get("north.no-date-time"));
        }
    }

    private static String reason(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return Texts.get("north.withdrawn-by-client");
        }
        if (given.strip().length() > Withdrawal.LONGEST_REASON) {
            throw new InvalidException(
                    "cancellationReason", Texts.get("ordering.withdrawal.reason", Withdrawal.LONGEST_REASON));
        }
        return given.strip();
    }
}
