package esop.ordering;

import esop.catalog.Catalog;
import esop.catalog.ProductOffering;
import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.Person;
import esop.ordering.NewOrder.NewItem;
import esop.web.ConflictException;
import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Order templates of the signed-on person and of the cities this person works for (ESOP 6.3.2.2). */
@Service
@Transactional
public class OrderTemplates {

    private static final int LONGEST_NAME = 60;

    private final OrderTemplateRepository repository;
    private final OrderCheck check;
    private final Catalog catalog;
    private final CurrentPerson currentPerson;
    private final AuditLog audit;
    private final Clock clock;

    OrderTemplates(
            OrderTemplateRepository repository,
            OrderCheck check,
            Catalog catalog,
            CurrentPerson currentPerson,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.check = check;
        this.catalog = catalog;
        this.currentPerson = currentPerson;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<OrderTemplate> all() {
        return repository.visibleTo(currentPerson.get().id());
    }

    /**
     * Why an item cannot be ordered as it is.
     *
     * @param item its position in the template
     * @param message in the person's language: its product was retired, since when and why, is unknown or is not sold in the city
     */
    public record ItemProblem(int item, String offeringId, String name, String nameEn, String message) {}

    /** Of the items that cannot be ordered as they are; what is no longer sold can still be ended. */
    public List<ItemProblem> problems(OrderTemplate template) {
        var problems = new ArrayList<ItemProblem>();
        for (var i = 0; i < template.items().size(); i++) {
            var item = template.items().get(i);
            var id = Objects.requireNonNull(item.offeringId());
            var offering = catalog.find(id).orElse(null);
            if (offering == null) {
                problems.add(new ItemProblem(i, id, id, id, Texts.get("ordering.invalid.unknown-product", id)));
            } else if (!"delete".equals(item.action())) {
                var position = i;
                obstacle(offering, template.city())
                        .ifPresent(message -> problems.add(
                                new ItemProblem(position, id, offering.name(), offering.nameEn(), message)));
            }
        }
        return problems;
    }

    private static Optional<String> obstacle(ProductOffering offering, String city) {
        var name = offering.nameIn(Texts.current());
        if (!offering.orderable()) {
            return Optional.of(Texts.get(
                    "ordering.invalid.not-orderable",
                    name,
                    Objects.requireNonNull(offering.unavailableIn(Texts.current()))));
        }
        return offering.soldIn(city) ? Optional.empty() : Optional.of(Texts.get("ordering.invalid.not-sold", name));
    }

    /** Whether the signed-on person may change it: only who keeps it may. */
    public boolean mine(OrderTemplate template) {
        return template.owner().equals(currentPerson.get().id());
    }

    /**
     * @throws InvalidException with a line per wrong field
     * @throws ConflictException where the name is taken
     */
    public OrderTemplate add(OrderTemplate.Wish wish) {
        var person = currentPerson.get();
        check(wish, person, Set.of());
        var template = template(repository.nextId(), wish, person, 1);
        store(template, () -> repository.insert(template));
        record("order-template.add", template);
        return template;
    }

    /** @throws ConflictException where it was changed since it was read, or the name is taken */
    public OrderTemplate change(String id, OrderTemplate.Wish wish) {
        var person = currentPerson.get();
        var known = own(id);
        check(wish, person, known.items().stream().map(NewItem::offeringId).collect(Collectors.toSet()));
        if (!Objects.equals(wish.revision(), known.revision())) {
            throw stale();
        }
        var template = template(id, wish, person, known.revision() + 1);
        store(template, () -> {
            if (!repository.update(template)) {
                throw stale();
            }
        });
        record("order-template.change", template);
        return template;
    }

    public void remove(String id) {
        var known = own(id);
        repository.delete(id);
        record("order-template.remove", known);
    }

    private OrderTemplate own(String id) {
        return repository
                .find(id, currentPerson.get().id())
                .filter(this::mine)
                .orElseThrow(() -> new UnknownException(Texts.get("ordering.unknown-template", id)));
    }

    /** @param held products it may keep although they are no longer sold */
    private void check(OrderTemplate.Wish wish, Person person, Set<@Nullable String> held) {
        var errors = new ArrayList<>(check.checkTemplate(wish.items(), wish.priority(), wish.note(), held));
        var name = wish.name() == null ? "" : wish.name().strip();
        if (name.isEmpty()) {
            errors.add(new FieldError("name", Texts.get("ordering.invalid.no-name")));
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            errors.add(new FieldError("name", Texts.get("ordering.invalid.too-long", LONGEST_NAME)));
        }
        if (city(wish, person) == null) {
            errors.add(new FieldError("city", Texts.get("ordering.invalid.template-city")));
        }
        if (!errors.isEmpty()) {
            throw new InvalidException(Texts.get("ordering.invalid.template"), errors);
        }
    }

    private static @Nullable String city(OrderTemplate.Wish wish, Person person) {
        if (wish.city() != null) {
            return person.cities().contains(wish.city()) ? wish.city() : null;
        }
        return person.cities().size() == 1 ? person.cities().iterator().next() : null;
    }

    private OrderTemplate template(String id, OrderTemplate.Wish wish, Person person, int revision) {
        List<NewItem> items = Objects.requireNonNull(wish.items()).stream()
                .<NewItem>map(Objects::requireNonNull)
                .toList();
        return new OrderTemplate(
                id,
                Objects.requireNonNull(city(wish, person)),
                Objects.requireNonNull(wish.name()).strip(),
                Boolean.TRUE.equals(wish.shared()),
                person.id(),
                person.name(),
                wish.priority() == null ? OrderIntake.USUAL_PRIORITY : wish.priority(),
                wish.note() == null || wish.note().isBlank()
                        ? null
                        : wish.note().strip(),
                items,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                revision);
    }

    private static void store(OrderTemplate template, Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException taken) {
            throw new ConflictException(
                    Texts.get("ordering.template-name-taken", template.name()),
                    List.of(new FieldError("name", Texts.get("ordering.template-name-taken", template.name()))));
        }
    }

    private static ConflictException stale() {
        return new ConflictException(Texts.get("ordering.template-stale"));
    }

    private void record(String action, OrderTemplate template) {
        audit.record(
                action,
                "order-template/" + template.id(),
                template.city(),
                Map.of("name", template.name(), "shared", String.valueOf(template.shared())));
    }
}
