package esop.cancellation;

import esop.customer.Customer;
import esop.customer.Customers;
import esop.ordering.NewOrder;
import esop.ordering.Ordering;
import esop.provisioning.Subscription;
import esop.provisioning.Subscriptions;
import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds a cancellation against customers, subscriptions and calendar; names each wrong field in the person's language. */
@Component
class CancellationCheck {

    private static final int MOST = 50;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_MONTHS_AHEAD = 12;

    private final Customers customers;
    private final Subscriptions subscriptions;
    private final Ordering ordering;
    private final Clock clock;

    CancellationCheck(Customers customers, Subscriptions subscriptions, Ordering ordering, Clock clock) {
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.ordering = ordering;
        this.clock = clock;
    }

    /** A cancellation with everything it names. */
    record Checked(Customer customer, List<Subscription> subscriptions, LocalDate day, String reason) {}

    /** @throws InvalidException with a line per wrong field; @param complete whether the reason must be there too */
    Checked check(NewCancellation wish, boolean complete) {
        var errors = new ArrayList<FieldError>();
        var customer = customer(wish.customerId(), errors);
        var ending = subscriptions(wish.subscriptionIds(), customer, errors);
        var day = day(wish.day(), errors);
        var reason = wish.reason() == null ? "" : wish.reason().strip();
        if (complete && reason.isEmpty()) {
            errors.add(error("reason", "reason"));
        } else if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            errors.add(error("reason", "too-long", LONGEST_REASON));
        } else if (reason.chars().anyMatch(letter -> Character.isISOControl(letter) && "\n\r\t".indexOf(letter) < 0)) {
            errors.add(error("reason", "control"));
        }
        if (errors.isEmpty() && complete) {
            ordering.check(order(customer.orElseThrow().id(), ending, day, reason)).stream()
                    .map(CancellationCheck::ofOrder)
                    .forEach(errors::add);
        }
        if (!errors.isEmpty()) {
            throw new InvalidException(Texts.get("cancellation.invalid"), errors);
        }
        return new Checked(customer.orElseThrow(), ending, day, reason);
    }

    /** The order that ends them, each the very one. */
    static NewOrder order(String customerId, List<Subscription> ending, LocalDate day, String reason) {
        return new NewOrder(
                customerId,
                ending.stream()
                        .<NewOrder.@Nullable NewItem>map(one ->
                                new NewOrder.NewItem(one.product(), "delete", 1, one.characteristics(), one.id()))
                        .toList(),
                day.toString(),
                null,
                reason,
                null,
                null);
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(Penalties.PROVINCE));
    }

    private static FieldError ofOrder(FieldError error) {
        return new FieldError(
                error.field().startsWith("items[")
                        ? error.field().replaceFirst("^items(\\[\\d+]).*", "subscriptionIds$1")
                        : error.field(),
                error.message());
    }

    /** Another city's customer is not found, like one that does not exist. */
    private Optional<Customer> customer(@Nullable String id, List<FieldError> errors) {
        if (id == null || id.isBlank()) {
            errors.add(error("customerId", "no-customer"));
            return Optional.empty();
        }
        var found = customers.find(id);
        if (found.isEmpty()) {
            errors.add(error("customerId", "unknown-customer", id));
        }
        return found;
    }

    private List<Subscription> subscriptions(
            @Nullable List<@Nullable String> ids, Optional<Customer> customer, List<FieldError> errors) {
        if (ids == null || ids.isEmpty()) {
            errors.add(error("subscriptionIds", "nothing"));
            return List.of();
        }
        if (ids.size() > MOST) {
            errors.add(error("subscriptionIds", "too-many", MOST));
            return List.of();
        }
        var wanted = new LinkedHashSet<>(ids.stream().filter(Objects::nonNull).toList());
        var held = subscriptions.find(wanted).stream()
                .filter(one -> customer.isPresent()
                        && one.customerId().equals(customer.get().id()))
                .collect(Collectors.toMap(Subscription::id, Function.identity()));
        for (var i = 0; i < ids.size(); i++) {
            if (ids.get(i) == null || customer.isPresent() && !held.containsKey(ids.get(i))) {
                errors.add(error("subscriptionIds[" + i + "]", "unknown-subscription", ids.get(i)));
            }
        }
        return wanted.stream().filter(held::containsKey).map(held::get).toList();
    }

    private LocalDate day(@Nullable String text, List<FieldError> errors) {
        var today = today();
        if (text == null || text.isBlank()) {
            return today;
        }
        try {
            var day = LocalDate.parse(text);
            if (day.isBefore(today) || day.isAfter(today.plusMonths(MOST_MONTHS_AHEAD))) {
                errors.add(error("day", "day", MOST_MONTHS_AHEAD));
            }
            return day;
        } catch (DateTimeParseException unreadable) {
            errors.add(error("day", "no-date"));
            return today;
        }
    }

    static FieldError error(String field, String key, @Nullable Object... arguments) {
        var words = Arrays.stream(arguments).map(String::valueOf).toArray();
        return new FieldError(field, Texts.get("cancellation.invalid." + key, words));
    }
}
