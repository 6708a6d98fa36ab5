package esop.intake;

import esop.opportunity.NewOpportunity;
import esop.opportunity.OpportunityEdits;
import esop.web.Texts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 办理: what the channel that has an intake makes of it, and what other channels do for that. */
@Service
@Transactional
class Handling {

    private static final int LONGEST_NAME = 60;

    private final IntakeRepository intakes;
    private final IntakeEvents events;
    private final Notes notes;
    private final HandOvers handOvers;
    private final IntakeNews news;
    private final Shown shown;
    private final OpportunityEdits opportunities;
    private final Clock clock;

    Handling(
            IntakeRepository intakes,
            IntakeEvents events,
            Notes notes,
            HandOvers handOvers,
            IntakeNews news,
            Shown shown,
            OpportunityEdits opportunities,
            Clock clock) {
        this.intakes = intakes;
        this.events = events;
        this.notes = notes;
        this.handOvers = handOvers;
        this.news = news;
        this.shown = shown;
        this.opportunities = opportunities;
        this.clock = clock;
    }

    /**
     * What was filled in at the form {@code handle-intake}.
     *
     * @param action {@code handle}, {@code return}, {@code pass} or {@code help}
     */
    record Filled(
            String action,
            @Nullable String outcome,
            @Nullable String result,
            @Nullable String orderId,
            @Nullable String reason,
            @Nullable String channel,
            @Nullable String ask) {}

    /** @return what forms show of it from now on */
    Map<String, @Nullable Object> record(String id, Filled filled) {
        var intake = intakes.lock(id).orElseThrow();
        switch (filled.action()) {
            case "handle" ->
                handled(
                        intake,
                        Outcome.of(Objects.requireNonNull(filled.outcome())),
                        filled.result(),
                        filled.orderId());
            case "return" -> handOvers.giveBack(intake, Objects.requireNonNull(filled.reason()));
            case "pass" ->
                handOvers.pass(intake, Channel.of(Objects.requireNonNull(filled.channel())), text(filled.reason()));
            case "help" ->
                ask(intake, Channel.of(Objects.requireNonNull(filled.channel())), Objects.requireNonNull(filled.ask()));
            default -> throw new IllegalArgumentException("no action on an intake: " + filled.action());
        }
        return shown.of(intakes.find(id).orElseThrow());
    }

    private void handled(Intake intake, Outcome outcome, @Nullable String result, @Nullable String orderId) {
        var preAccepted = intake.state() == IntakeState.PRE_ACCEPTED;
        var opportunity = outcome == Outcome.OPPORTUNITY ? opportunity(intake) : null;
        var ended = intake.handled(
                outcome,
                text(result),
                outcome == Outcome.ORDERED ? orderId : null,
                opportunity,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        intakes.update(ended);
        events.did(
                ended,
                "intake.handled",
                Map.of(
                        "outcome", outcome.word(),
                        "subject",
                                Stream.of(orderId, opportunity)
                                        .filter(Objects::nonNull)
                                        .findFirst()
                                        .orElse(""),
                        "message", text(result)));
        if (preAccepted) {
            news.tellHandled(ended);
        }
    }

    /** Everything goes along; nothing is typed twice. */
    private String opportunity(Intake intake) {
        var entry = intake.entry();
        var need = Stream.concat(
                        Stream.of(entry.need()), notes.of(intake.id()).stream().map(Note::text))
                .collect(Collectors.joining("\n"));
        return opportunities
                .enter(new NewOpportunity(
                        entry.customerId(),
                        entry.customerId() == null ? entry.customerName() : null,
                        entry.customerId() == null ? entry.city() : null,
                        name(intake),
                        cut(need, IntakeCheck.LONGEST_TEXT),
                        null,
                        null,
                        entry.contactName(),
                        Optional.ofNullable(entry.callbackPhone()).orElse(entry.contactPhone()),
                        null,
                        source(intake.channels().contact()),
                        null,
                        null,
                        List.copyOf(entry.offeringIds()),
                        null,
                        null))
                .id();
    }

    private String name(Intake intake) {
        return cut(
                shown.subject(intake, Texts.CHINESE) + " "
                        + firstLine(intake.entry().need()),
                LONGEST_NAME);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    private static String source(Channel contact) {
        return contact == Channel.OPERATIONS ? "department" : contact.word();
    }

    private void ask(Intake intake, Channel helper, String ask) {
        var asked = intake.helpedBy(helper);
        intakes.update(asked);
        notes.add(asked, intake.channels().handling(), "ask", ask);
        events.did(asked, "intake.help-asked", Map.of("channel", helper.word(), "message", ask));
    }

    /**
     * @param answer null where the other channel has said nothing in time
     * @return what forms show of it from now on
     */
    Map<String, @Nullable Object> helped(String id, @Nullable String answer) {
        var intake = intakes.lock(id).orElseThrow();
        var helper = Objects.requireNonNull(intake.channels().collaborating());
        intakes.update(intake.helpedBy(null));
        if (answer == null) {
            events.happened(intake, "intake.not-helped", Map.of("channel", helper.word()));
        } else {
            notes.add(intake, helper, "answer", answer);
            events.did(intake, "intake.helped", Map.of("channel", helper.word(), "message", answer));
        }
        return shown.of(intakes.find(id).orElseThrow());
    }

    void withdraw(String id, String reason) {
        var intake = intakes.lock(id).orElseThrow();
        var withdrawn = intake.withdrawn(reason, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        intakes.update(withdrawn);
        events.did(withdrawn, "intake.withdrawn", Map.of("message", reason));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
