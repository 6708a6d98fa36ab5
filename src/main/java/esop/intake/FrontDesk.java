package esop.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import esop.customer.Customer;
import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.Person;
import esop.intake.Intake.Channels;
import esop.intake.Intake.Entry;
import esop.intake.Intake.Progress;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** Takes in what a customer wants: the row, its first line in the timeline and its process come into being together or not at all. */
@Service
class FrontDesk {

    private final IntakeCheck check;
    private final ChannelRule rule;
    private final IntakeRepository intakes;
    private final IntakeEvents events;
    private final Notes notes;
    private final IntakeProcess process;
    private final CurrentPerson currentPerson;
    private final AuditLog audit;
    private final ObjectMapper json;
    private final Clock clock;

    FrontDesk(
            IntakeCheck check,
            ChannelRule rule,
            IntakeRepository intakes,
            IntakeEvents events,
            Notes notes,
            IntakeProcess process,
            CurrentPerson currentPerson,
            AuditLog audit,
            ObjectMapper json,
            Clock clock) {
        this.check = check;
        this.rule = rule;
        this.intakes = intakes;
        this.events = events;
        this.notes = notes;
        this.process = process;
        this.currentPerson = currentPerson;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** What the same client sent before under this number. */
    Optional<Intake> before(NewIntake wish) {
        var number = wish.externalId();
        if (number == null || number.isBlank()) {
            return Optional.empty();
        }
        var client = currentPerson.get().id();
        intakes.await(client, number.strip());
        var before = intakes.numbered(client, number.strip());
        if (before.isPresent() && !received(wish).equals(before.get().entry().received())) {
            throw new ConflictException(
                    Texts.get("intake.number-used", number, before.get().id()));
        }
        return before;
    }

    Intake enter(NewIntake wish) {
        var person = currentPerson.get();
        var contact = Channel.of(person).stream()
                .findFirst()
                .orElseThrow(() -> new AccessDeniedException("works at no channel"));
        refuseInvalid(wish);
        var entry = entry(wish, person);
        var choice = choice(wish, entry, contact);
        var entered = new Intake(intakes.nextId(), entry, Channels.of(contact, choice), Progress.BEGUN, null, null, 1);
        intakes.insert(entered);
        events.did(
                entered,
                "intake.entered",
                Map.of(
                        "kind", entry.kind().word(),
                        "customer", entry.customerName(),
                        "channel", contact.word()));
        if (wish.note() != null && !wish.note().isBlank()) {
            notes.add(entered, contact, "note", wish.note().strip());
        }
        audit.record(
                "intake.enter", "intake/" + entered.id(), entered.city(), Map.of("customer", entry.customerName()));
        var instance = process.start(entered);
        intakes.update(intakes.lock(entered.id()).orElseThrow().startedAs(instance));
        return intakes.find(entered.id()).orElseThrow();
    }

    /** What the next channel knows better; the customer stays who they are. */
    Intake amend(Intake known, NewIntake wish) {
        var entry = known.entry();
        var same = new NewIntake(
                entry.customerId(),
                entry.customerName(),
                entry.city(),
                wish.kind(),
                wish.offeringIds(),
                wish.need(),
                null,
                wish.contactName(),
                wish.contactPhone(),
                wish.callbackPhone(),
                null,
                entry.externalId(),
                null,
                null,
                wish.revision());
        refuseInvalid(same);
        return known.amend(new Entry(
                entry.city(),
                IntakeKind.of(Objects.requireNonNull(same.kind())),
                entry.customerId(),
                entry.prospect(),
                entry.customerName(),
                text(same.contactName()),
                text(same.contactPhone()),
                text(same.callbackPhone()),
                offerings(same),
                Objects.requireNonNull(same.need()).strip(),
                entry.creator(),
                entry.creatorName(),
                entry.created(),
                entry.externalId(),
                entry.received()));
    }

    /** What has become different, for the timeline. */
    static Map<String, String> differences(Entry before, Entry after) {
        var changed = new HashMap<String, String>();
        var fields = new StringBuilder();
        compare(fields, "kind", before.kind(), after.kind());
        compare(fields, "products", before.offeringIds(), after.offeringIds());
        compare(fields, "need", before.need(), after.need());
        compare(fields, "contactName", before.contactName(), after.contactName());
        compare(fields, "contactPhone", before.contactPhone(), after.contactPhone());
        compare(fields, "callbackPhone", before.callbackPhone(), after.callbackPhone());
        changed.put("fields", fields.toString());
        return changed;
    }

    private static void compare(StringBuilder fields, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fields.append(fields.isEmpty() ? "" : ",").append(name);
        }
    }

    private void refuseInvalid(NewIntake wish) {
        var errors = check.check(wish);
        if (!errors.isEmpty()) {
            throw new InvalidException(Texts.get("intake.invalid"), errors);
        }
    }

    /** The customer's choice overrules only where the rule lets it. */
    private @Nullable Channel choice(NewIntake wish, Entry entry, Channel contact) {
        var choice =
                Channel.named(Objects.requireNonNullElse(wish.channel(), "")).orElse(null);
        var routing = rule.of(new ChannelRule.Question(
                entry.kind(), entry.offeringIds(), contact, entry.city(), entry.customerId(), 0, false));
        if (choice != null && choice != routing.channel()) {
            if (!routing.choosable()) {
                throw new InvalidException("channel", Texts.get("intake.invalid.no-choice", because(routing)));
            }
            if (choice == contact || !rule.isStaffed(choice, entry.city())) {
                throw new InvalidException("channel", Texts.get("intake.invalid.channel"));
            }
        }
        if (wish.outcome() != null && (!routing.here() || choice != null && choice != contact)) {
            throw new InvalidException("outcome", Texts.get("intake.invalid.not-here", because(routing)));
        }
        return choice == routing.channel() ? null : choice;
    }

    private static String because(Routing routing) {
        return Texts.isEnglish()
                ? routing.because().textEn()
                : routing.because().text();
    }

    private Entry entry(NewIntake wish, Person person) {
        var customer = check.customer(wish.customerId());
        return new Entry(
                customer.map(Customer::city).orElseGet(() -> city(wish, person)),
                IntakeKind.of(Objects.requireNonNull(wish.kind())),
                customer.map(Customer::id).orElse(null),
                false,
                customer.map(Customer::name)
                        .orElseGet(() ->
                                Objects.requireNonNull(wish.customerName()).strip()),
                orElse(wish.contactName(), customer.flatMap(Customer::contact).map(Customer.Contact::name)),
                orElse(wish.contactPhone(), customer.flatMap(Customer::contact).map(Customer.Contact::phone)),
                text(wish.callbackPhone()),
                offerings(wish),
                Objects.requireNonNull(wish.need()).strip(),
                person.id(),
                person.name(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                text(wish.externalId()),
                text(wish.externalId()) == null ? null : received(wish));
    }

    private String received(NewIntake wish) {
        return json.valueToTree(wish).toString();
    }

    private static String city(NewIntake wish, Person person) {
        return wish.city() != null ? wish.city() : person.cities().iterator().next();
    }

    private static List<String> offerings(NewIntake wish) {
        return wish.offeringIds() == null
                ? List.of()
                : wish.offeringIds().stream()
                        .<String>map(Objects::requireNonNull)
                        .distinct()
                        .toList();
    }

    private static @Nullable String text(@Nullable String text) {
        return orElse(text, Optional.empty());
    }

    private static @Nullable String orElse(@Nullable String text, Optional<String> otherwise) {
        return text == null || text.isBlank() ? otherwise.orElse(null) : text.strip();
    }
}
