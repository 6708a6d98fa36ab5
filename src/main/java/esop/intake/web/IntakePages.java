package esop.intake.web;

import esop.catalog.Catalog;
import esop.catalog.ProductOffering;
import esop.customer.Customer;
import esop.identity.CurrentPerson;
import esop.identity.People;
import esop.identity.Person;
import esop.intake.Channel;
import esop.intake.Intake;
import esop.intake.Intakes;
import esop.intake.Intakes.Standing;
import esop.intake.Note;
import esop.web.Page;
import esop.web.Paging;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts lists and pages together from the modules that know their parts. */
@Component
@Transactional(readOnly = true)
class IntakePages {

    private static final Set<String> ALWAYS_POSSIBLE = Set.of("note", "edit", "withdraw", "take-back");

    private final Intakes intakes;
    private final Catalog catalog;
    private final People people;
    private final CurrentPerson currentPerson;

    IntakePages(Intakes intakes, Catalog catalog, People people, CurrentPerson currentPerson) {
        this.intakes = intakes;
        this.catalog = catalog;
        this.people = people;
        this.currentPerson = currentPerson;
    }

    Page<IntakeRow> list(IntakeQuery query, Paging paging) {
        var person = currentPerson.get();
        var found = intakes.list(query.filter(person, Channel.of(person)), paging);
        var standing = intakes.standing(found.items());
        var offerings = offerings();
        return found.map(intake -> row(intake, Objects.requireNonNull(standing.get(intake.id())), offerings));
    }

    private IntakeRow row(Intake intake, Standing standing, Map<String, ProductOffering> offerings) {
        var entry = intake.entry();
        var channels = intake.channels();
        var progress = intake.progress();
        var task = Optional.ofNullable(standing.task());
        var holder = task.map(open -> open.assignee()).orElse(null);
        return new IntakeRow(
                intake.id(),
                entry.kind(),
                progress.state(),
                entry.customerId(),
                entry.customerName(),
                entry.city(),
                entry.offeringIds().stream().map(id -> product(id, offerings)).toList(),
                entry.need(),
                channels.contact(),
                channels.handling(),
                channels.collaborating(),
                intake.waitsAt(),
                holder,
                holder == null ? null : name(holder),
                task.map(open -> open.due()).orElse(null),
                !ALWAYS_POSSIBLE.containsAll(standing.actions()),
                channels.returnedBy().size(),
                intake.told(),
                entry.created(),
                entry.creatorName(),
                progress.ended(),
                progress.outcome(),
                progress.orderId(),
                progress.opportunityId(),
                intake.revision());
    }

    private Map<String, ProductOffering> offerings() {
        return catalog.withRetired().stream().collect(Collectors.toMap(ProductOffering::id, offering -> offering));
    }

    private static IntakeRow.Product product(String id, Map<String, ProductOffering> offerings) {
        var known = offerings.get(id);
        return new IntakeRow.Product(id, known == null ? id : known.name(), known == null ? id : known.nameEn());
    }

    IntakeDetail detail(Intake intake) {
        var entry = intake.entry();
        var channels = intake.channels();
        var standing = Objects.requireNonNull(intakes.standing(List.of(intake)).get(intake.id()));
        var rule = channels.rule();
        return new IntakeDetail(
                row(intake, standing, offerings()),
                entry.contactName(),
                phone(entry.contactPhone(), standing.part()),
                phone(entry.callbackPhone(), standing.part()),
                entry.creator(),
                entry.externalId(),
                standing.part(),
                channels.parts(),
                channels.choice(),
                rule == null ? null : new IntakeDetail.Because(rule.text(), rule.textEn(), rule.rule(), rule.version()),
                intake.progress().result(),
                standing.task() == null ? null : standing.task().id(),
                standing.actions(),
                intakes.others(intake),
                intakes.notes(intake.id()).stream().map(IntakePages::written).toList(),
                intake.instanceId());
    }

    private static IntakeDetail.Written written(Note note) {
        return new IntakeDetail.Written(
                note.at(), note.author(), note.authorName(), note.channel(), note.kind(), note.text());
    }

    /** In full only for channels that have a part in it. */
    private static @Nullable String phone(@Nullable String phone, boolean part) {
        return part ? phone : new Customer.Contact("", null, phone, null).phoneMasked();
    }

    private String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }
}
