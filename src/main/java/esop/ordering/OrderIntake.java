package esop.ordering;

import esop.catalog.Catalog;
import esop.catalog.ProductOffering;
import esop.customer.Customers;
import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.Person;
import esop.ordering.ProductOrder.Entry;
import esop.ordering.ProductOrder.Item;
import esop.ordering.ProductOrder.Mirror;
import esop.ordering.ProductOrder.Progress;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.workflow.Work;
import esop.workflow.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an order in: the row, its first line in the timeline and its process come into being together or not at all. */
@Service
class OrderIntake {

    static final int USUAL_PRIORITY = 2;
    private static final LocalTime END_OF_WORK = LocalTime.of(18, 0);

    private final OrderCheck check;
    private final OrderNumbers numbers;
    private final ProductOrderRepository orders;
    private final OrderEvents events;
    private final OrderProcess process;
    private final OrderNews news;
    private final OrderTemplateRepository templates;
    private final Customers customers;
    private final Catalog catalog;
    private final OrderedItems orderedItems;
    private final CurrentPerson currentPerson;
    private final AuditLog audit;
    private final WorkingTime workingTime;
    private final Clock clock;

    OrderIntake(
            OrderCheck check,
            OrderNumbers numbers,
            ProductOrderRepository orders,
            OrderEvents events,
            OrderProcess process,
            OrderNews news,
            OrderTemplateRepository templates,
            Customers customers,
            Catalog catalog,
            OrderedItems orderedItems,
            CurrentPerson currentPerson,
            AuditLog audit,
            WorkingTime workingTime,
            Clock clock) {
        this.check = check;
        this.numbers = numbers;
        this.orders = orders;
        this.events = events;
        this.process = process;
        this.news = news;
        this.templates = templates;
        this.customers = customers;
        this.catalog = catalog;
        this.orderedItems = orderedItems;
        this.currentPerson = currentPerson;
        this.audit = audit;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    @Transactional
    ProductOrder place(NewOrder request) {
        return place(request, currentPerson.get());
    }

    @Transactional
    ProductOrder place(NewOrder request, Person person) {
        var errors = check.check(request);
        if (!errors.isEmpty()) {
            throw new InvalidException(Texts.get("ordering.invalid"), errors);
        }
        var entered = order(request, person);
        var order = entered.startedAs(process.start(entered));
        orders.insert(order);
        events.add(
                order,
                "order.accepted",
                person.id(),
                order.id(),
                Map.of("customer", order.entry().customerName()));
        audit.record(
                "order.place",
                "product-order/" + order.id(),
                order.city(),
                Map.of("customer", order.entry().customerId()));
        news.tellCrm(order.id());
        return order;
    }

    private ProductOrder order(NewOrder request, Person person) {
        var customer =
                customers.find(Objects.requireNonNull(request.customerId())).orElseThrow();
        var id = numbers.productOrder();
        var items = new ArrayList<Item>();
        var offerings = new ArrayList<ProductOffering>();
        for (var item : Objects.requireNonNull(request.items())) {
            var offering = catalog.find(
                            Objects.requireNonNull(Objects.requireNonNull(item).offeringId()))
                    .orElseThrow();
            offerings.add(offering);
            items.add(orderedItems.of(id + "-" + (items.size() + 1), item, customer));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var requestedDate = Optional.ofNullable(request.requestedDate())
                .filter(text -> !text.isBlank())
                .map(LocalDate::parse)
                .orElse(null);
        return new ProductOrder(
                id,
                new Entry(
                        customer.city(),
                        category(items),
                        template(request, person),
                        request.priority() == null ? USUAL_PRIORITY : request.priority(),
                        customer.id(),
                        customer.name(),
                        customer.level(),
                        request.contactId(),
                        person.id(),
                        person.name(),
                        now,
                        requestedDate,
                        due(requestedDate, offerings, customer.city(), now),
                        Optional.ofNullable(request.note())
                                .filter(note -> !note.isBlank())
                                .orElse(null),
                        ContactCheck.complete(request.contact(), customer)),
                items,
                new Progress(ProductOrderState.ACKNOWLEDGED, 0, 0, 0, null, null),
                Mirror.NONE,
                null,
                1);
    }

    /** The name it had: a template may be changed or removed later, the order keeps what it was made from. */
    private @Nullable String template(NewOrder request, Person person) {
        return request.templateId() == null
                ? null
                : templates
                        .find(request.templateId(), person.id())
                        .map(OrderTemplate::name)
                        .orElse(null);
    }

    private static String category(List<Item> items) {
        if (items.stream().allMatch(item -> item.action().equals("add"))) {
            return "subscription";
        }
        return items.stream().allMatch(item -> item.action().equals("delete")) ? "cancellation" : "change";
    }

    /** The end of the day the customer asked for, or as long from now as the slowest product takes. */
    private Instant due(@Nullable LocalDate requestedDate, List<ProductOffering> offerings, String city, Instant now) {
        if (requestedDate == null) {
            var ours = workingTime.of(new Work(city, null, "order", null, null));
            return offerings.stream()
                    .map(offering -> ours.plus(now, offering.leadTime()))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
        return endOf(requestedDate, now);
    }

    static Instant endOf(LocalDate requestedDate, Instant now) {
        var endOfWork =
                requestedDate.atTime(END_OF_WORK).atZone(OrderCheck.PROVINCE).toInstant();
        return endOfWork.isAfter(now)
                ? endOfWork
                : requestedDate.plusDays(1).atStartOfDay(OrderCheck.PROVINCE).toInstant();
    }
}
