package esop.ordering;

import esop.catalog.Catalog;
import esop.catalog.ProductOffering;
import esop.customer.Customer;
import esop.customer.Customers;
import esop.ordering.NewOrder.NewItem;
import esop.web.FieldError;
import esop.web.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds a new order against customers, catalogue and calendar; names each wrong field in the person's language. */
@Component
class OrderCheck {

    static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");
    static final int MOST_ITEMS = 200;
    private static final int MOST_PIECES = 100;
    private static final int LONGEST_NOTE = 1_000;
    private static final int YEARS_AHEAD = 3;
    private static final String DELETE = "delete";
    private static final Set<String> ACTIONS = Set.of("add", "modify", DELETE);

    private final Customers customers;
    private final Catalog catalog;
    private final Clock clock;

    OrderCheck(Customers customers, Catalog catalog, Clock clock) {
        this.customers = customers;
        this.catalog = catalog;
        this.clock = clock;
    }

    List<FieldError> check(NewOrder order) {
        var errors = new ArrayList<FieldError>();
        var customer = customer(order.customerId(), errors);
        items(order.items(), customer, Set.of(), errors);
        requestedDate(order.requestedDate(), errors);
        priority(order.priority(), errors);
        note(order.note(), errors);
        errors.addAll(ContactCheck.errors(order.contact(), customer));
        if (order.contactId() != null && order.contactId().length() > 64) {
            errors.add(error("contactId", "too-long", 64));
        }
        return errors;
    }

    /**
     * What of an order a template holds: everything that does not depend on a customer or a day.
     *
     * @param held products that need not be on sale
     */
    List<FieldError> checkTemplate(
            @Nullable List<@Nullable NewItem> items,
            @Nullable Integer priority,
            @Nullable String note,
            Set<@Nullable String> held) {
        var errors = new ArrayList<FieldError>();
        items(items, Optional.empty(), held, errors);
        priority(priority, errors);
        note(note, errors);
        return errors;
    }

    List<FieldError> checkItem(String path, @Nullable NewItem item, Customer customer) {
        var errors = new ArrayList<FieldError>();
        item(path, item, Map.of(), Optional.of(customer), Set.of(), errors);
        return errors;
    }

    List<FieldError> checkAmendment(Amendment amendment) {
        var errors = new ArrayList<FieldError>();
        requestedDate(amendment.requestedDate(), errors);
        priority(amendment.priority(), errors);
        note(amendment.note(), errors);
        return errors;
    }

    private static void priority(@Nullable Integer priority, List<FieldError> errors) {
        if (priority != null && (priority < 0 || priority > 4)) {
            errors.add(error("priority", "priority"));
        }
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
        } else if (found.get().closed()) {
            errors.add(error("customerId", "closed-customer", found.get().name()));
        }
        return found;
    }

    private void items(
            @Nullable List<@Nullable NewItem> items,
            Optional<Customer> customer,
            Set<@Nullable String> held,
            List<FieldError> errors) {
        if (items == null || items.isEmpty()) {
            errors.add(error("items", "no-items"));
            return;
        }
        if (items.size() > MOST_ITEMS) {
            errors.add(error("items", "too-many-items", MOST_ITEMS, items.size()));
            return;
        }
        if (items.stream().mapToLong(OrderCheck::pieces).sum() > MOST_ITEMS) {
            errors.add(error("items", "too-many-pieces", MOST_ITEMS));
        }
        var offerings = catalog.all().stream().collect(Collectors.toMap(ProductOffering::id, Function.identity()));
        for (var i = 0; i < items.size(); i++) {
            item("items[" + i + "]", items.get(i), offerings, customer, held, errors);
        }
    }

    private static long pieces(@Nullable NewItem item) {
        return item == null || item.quantity() == null ? 1 : item.quantity();
    }

    private void item(
            String path,
            @Nullable NewItem item,
            Map<String, ProductOffering> offerings,
            Optional<Customer> customer,
            Set<@Nullable String> held,
            List<FieldError> errors) {
        if (item == null || item.offeringId() == null || item.offeringId().isBlank()) {
            errors.add(error(path + ".offeringId", "no-product"));
            return;
        }
        if (item.quantity() != null && (item.quantity() < 1 || item.quantity() > MOST_PIECES)) {
            errors.add(error(path + ".quantity", "quantity", MOST_PIECES));
        }
        var offering = Optional.ofNullable(offerings.get(item.offeringId()))
                .or(() -> catalog.find(item.offeringId()))
                .orElse(null);
        if (offering == null) {
            errors.add(error(path + ".offeringId", "unknown-product", item.offeringId()));
            return;
        }
        var name = offering.nameIn(Texts.current());
        if (DELETE.equals(item.action())) {
            subscription(path, item, errors);
        } else if (!offering.orderable() && !held.contains(offering.id())) {
            errors.add(error(path + ".offeringId", "not-orderable", name, offering.unavailableIn(Texts.current())));
        } else if (customer.isPresent() && !offering.soldIn(customer.get().city())) {
            errors.add(error(path + ".offeringId", "not-sold", name));
        }
        if (item.action() != null
                && !(ACTIONS.contains(item.action()) && offering.actions().contains(item.action()))) {
            errors.add(error(path + ".action", "action", String.join(", ", offering.actions())));
        }
        if (item.characteristics() != null) {
            errors.addAll(catalog.check(offering.id(), item.characteristics(), path + ".characteristics"));
        }
    }

    /** One subscription is one piece. */
    private static void subscription(String path, NewItem item, List<FieldError> errors) {
        if (item.subscription() != null && pieces(item) != 1) {
            errors.add(error(path + ".quantity", "one-subscription"));
        }
    }

    private void requestedDate(@Nullable String text, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return;
        }
        try {
            var date = LocalDate.parse(text);
            var today = LocalDate.now(clock.withZone(PROVINCE));
            if (date.isBefore(today)) {
                errors.add(error("requestedDate", "past-date", today));
            } else if (date.isAfter(today.plusYears(YEARS_AHEAD))) {
                errors.add(error("requestedDate", "far-date", YEARS_AHEAD));
            }
        } catch (DateTimeParseException unreadable) {
            errors.add(error("requestedDate", "no-date"));
        }
    }

    private static void note(@Nullable String note, List<FieldError> errors) {
        if (note == null) {
            return;
        }
        if (note.codePointCount(0, note.length()) > LONGEST_NOTE) {
            errors.add(error("note", "too-long", LONGEST_NOTE));
        } else if (note.chars().anyMatch(letter -> Character.isISOControl(letter) && "\n\r\t".indexOf(letter) < 0)) {
            errors.add(error("note", "control"));
        }
    }

    private static FieldError error(String field, String key, Object... arguments) {
        var words = Arrays.stream(arguments).map(String::valueOf).toArray();
        return new FieldError(field, Texts.get("ordering.invalid." + key, words));
    }
}
