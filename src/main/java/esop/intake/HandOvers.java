package esop.intake;

import esop.customer.Customers;
import esop.identity.CurrentPerson;
import esop.identity.People;
import esop.identity.Person;
import esop.workflow.CaseDecisions;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 流转办理渠道 (ESOP 6.1.3): by rule, by the customer's choice, back again, never lost and never in a circle. */
@Service
@Transactional
class HandOvers {

    private final IntakeRepository intakes;
    private final IntakeEvents events;
    private final ChannelRule rule;
    private final Customers customers;
    private final People people;
    private final Shown shown;
    private final IntakeNews news;
    private final CurrentPerson currentPerson;
    private final CaseDecisions decisions;

    HandOvers(
            IntakeRepository intakes,
            IntakeEvents events,
            ChannelRule rule,
            Customers customers,
            People people,
            Shown shown,
            IntakeNews news,
            CurrentPerson currentPerson,
            CaseDecisions decisions) {
        this.intakes = intakes;
        this.events = events;
        this.rule = rule;
        this.customers = customers;
        this.people = people;
        this.shown = shown;
        this.news = news;
        this.currentPerson = currentPerson;
        this.decisions = decisions;
    }

    /** @param tell whether the customer is told of it */
    record Chosen(boolean here, boolean tell) {}

    Chosen choose(String id) {
        var intake = intakes.lock(id).orElseThrow();
        var routing = rule.of(intake);
        var chosen = route(intake, routing);
        return new Chosen(chosen == intake.channels().contact(), routing.tell() || chosen != routing.channel());
    }

    private Channel route(Intake intake, Routing routing) {
        var choice = intake.channels().choice();
        var chosen = choice != null && routing.choosable() ? choice : routing.channel();
        var routed = intake.route(chosen, receiver(intake, chosen), routing.because());
        intakes.update(routed);
        decisions.keep(intake.id(), routing.explained());
        events.happened(
                routed,
                chosen == routing.channel() ? "intake.routed" : "intake.chosen",
                Map.of(
                        "channel", chosen.word(),
                        "why", routing.because().text(),
                        "whyEn", routing.because().textEn()));
        return chosen;
    }

    /** Whoever speaks to the customer does it at once; what goes to the account managers goes to the customer's own. */
    private @Nullable String receiver(Intake intake, Channel channel) {
        var channels = intake.channels();
        var isFirst = channels.returnedBy().isEmpty() && !channels.overdue();
        if (channel == channels.contact()) {
            return Optional.of(intake.entry().creator())
                    .filter(creator -> isFirst && intake.entry().externalId() == null)
                    .flatMap(people::find)
                    .filter(person -> channel.has(person))
                    .map(Person::id)
                    .orElse(null);
        }
        return channel == Channel.ACCOUNT_MANAGER
                ? rule.manager(intake.entry().customerId(), intake.city())
                        .map(Person::id)
                        .orElse(null)
                : null;
    }

    /** 预受理. */
    void preAccept(String id, boolean tell) {
        var intake = intakes.lock(id).orElseThrow().preAccept();
        intakes.update(intake);
        events.happened(
                intake,
                "intake.pre-accepted",
                Map.of("channel", intake.channels().handling().word()));
        if (tell) {
            news.tellPreAccepted(id);
        }
    }

    /**
     * @param customerId null where it stays somebody we do not know yet
     * @return what forms show of it from now on
     */
    Map<String, @Nullable Object> match(String id, @Nullable String customerId) {
        var intake = intakes.lock(id).orElseThrow();
        var customer = Optional.ofNullable(customerId).flatMap(customers::find);
        var name = customer.map(known -> known.name()).orElse(intake.entry().customerName());
        var matched = intake.amend(intake.entry().of(customerId, name));
        intakes.update(matched);
        events.did(matched, customerId == null ? "intake.prospect" : "intake.matched", Map.of("customer", name));
        if (matched.state() == IntakeState.PRE_ACCEPTED) {
            rerouted(intakes.lock(id).orElseThrow());
        }
        return shown.of(intakes.find(id).orElseThrow());
    }

    /** Now that it is known who the customer is, the rule may name another channel; the customer's choice stands. */
    private void rerouted(Intake intake) {
        var routing = rule.of(intake);
        if (intake.channels().choice() == null && !routing.here()) {
            route(intake, routing);
        }
    }

    void giveBack(Intake intake, String reason) {
        var returned = intake.giveBack();
        intakes.update(returned);
        events.did(
                returned,
                "intake.returned",
                Map.of("channel", intake.channels().handling().word(), "message", reason));
    }

    void pass(Intake intake, Channel channel, String reason) {
        var passed = intake.route(channel, receiver(intake, channel), null);
        intakes.update(passed);
        events.did(passed, "intake.passed", Map.of("channel", channel.word(), "message", reason));
    }

    void takeBack(String id) {
        var intake = intakes.lock(id).orElseThrow();
        var taken = intake.takeBack(currentPerson.get().id());
        intakes.update(taken);
        events.did(
                taken,
                "intake.taken-back",
                Map.of("channel", intake.channels().handling().word()));
    }

    void letLie(String id) {
        var intake = intakes.lock(id).orElseThrow();
        intakes.update(intake.letLie());
        events.happened(
                intake,
                "intake.let-lie",
                Map.of("channel", intake.channels().handling().word()));
    }
}
