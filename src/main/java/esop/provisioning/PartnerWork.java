package esop.provisioning;

import com.fasterxml.jackson.databind.node.NullNode;
import esop.systems.Step;
import esop.systems.StepAnswered;
import esop.systems.StepAnswered.Source;
import esop.systems.StepAnswered.State;
import esop.systems.appointment.Visit;
import esop.web.InvalidException;
import esop.web.Texts;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a partner's people say in ESOP of a work order: the same answers as a partner's system would give. */
@Service
class PartnerWork {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");
    private static final Map<String, LocalTime[]> HOURS = Map.of(
            "morning", new LocalTime[] {LocalTime.of(9, 0), LocalTime.of(12, 0)},
            "afternoon", new LocalTime[] {LocalTime.of(13, 30), LocalTime.of(17, 30)});

    private final PartnerRepository partners;
    private final WorkOrderRepository workOrders;
    private final StepAnswers answers;
    private final Telling telling;
    private final Clock clock;

    PartnerWork(
            PartnerRepository partners,
            WorkOrderRepository workOrders,
            StepAnswers answers,
            Telling telling,
            Clock clock) {
        this.partners = partners;
        this.workOrders = workOrders;
        this.answers = answers;
        this.telling = telling;
        this.clock = clock;
    }

    /** By whose calendar it is due. */
    @Transactional(readOnly = true)
    String partner(String workOrderId) {
        return partners.get(workOrderId).partner().id();
    }

    /**
     * @param decision {@code confirm} or {@code refuse}
     * @param hours {@code morning} or {@code afternoon}
     * @return {@code confirmed} or {@code refused}
     */
    @Transactional
    String agree(
            Step step,
            @Nullable String decision,
            @Nullable String date,
            @Nullable String hours,
            @Nullable String reason) {
        if ("refuse".equals(decision)) {
            answer(step, State.REJECTED, "refused", needed(reason, "reason", "provisioning.refusal-reason-missing"));
            return "refused";
        }
        if (!"confirm".equals(decision)) {
            throw new InvalidException("decision", Texts.get("provisioning.visit-decision-missing"));
        }
        var visit = visit(date, hours);
        partners.agree(step.aggregate(), visit, person());
        answer(step, State.IN_PROGRESS, null, null);
        return "confirmed";
    }

    /**
     * @param result {@code done}, {@code failed} or {@code refused}
     * @param signature who signed for the customer
     * @return the same
     */
    @Transactional
    String report(Step step, @Nullable String result, @Nullable String signature, @Nullable String note) {
        switch (Objects.requireNonNullElse(result, "")) {
            case "done" -> {
                partners.sign(
                        step.aggregate(), needed(signature, "signature", "provisioning.customer-signature-missing"));
                answer(step, State.COMPLETED, null, note);
            }
            case "failed" ->
                answer(step, State.FAILED, "failed", needed(note, "note", "provisioning.failure-reason-missing"));
            case "refused" ->
                answer(step, State.REJECTED, "refused", needed(note, "note", "provisioning.refusal-reason-missing"));
            default -> throw new InvalidException("result", Texts.get("provisioning.installation-result-missing"));
        }
        return Objects.requireNonNull(result);
    }

    private void answer(Step step, State state, @Nullable String errorClass, @Nullable String words) {
        var city = workOrders.get(step.aggregate()).facts().city();
        answers.hear(new StepAnswered(
                step, Partner.PEOPLE, city, state, errorClass, words, NullNode.getInstance(), Source.RESPONSE));
    }

    private Visit visit(@Nullable String date, @Nullable String hours) {
        var within = HOURS.get(Objects.requireNonNullElse(hours, ""));
        if (within == null) {
            throw new InvalidException("visitHours", Texts.get("provisioning.visit-hours-missing"));
        }
        try {
            var day = LocalDate.parse(Objects.requireNonNullElse(date, ""));
            var visit = new Visit(
                    day.atTime(within[0]).atZone(PROVINCE).toInstant(),
                    day.atTime(within[1]).atZone(PROVINCE).toInstant());
            if (visit.to().isBefore(clock.instant())) {
                throw new InvalidException("visitDate", Texts.get("provisioning.visit-date-past"));
            }
            return visit;
        } catch (DateTimeException unreadable) {
            throw new InvalidException("visitDate", Texts.get("provisioning.visit-date-missing"));
        }
    }

    private static String needed(@Nullable String text, String field, String otherwise) {
        if (text == null || text.isBlank()) {
            throw new InvalidException(field, Texts.get(otherwise));
        }
        return text.strip();
    }

    private String person() {
        return Objects.requireNonNullElse(telling.actor(), "system");
    }
}
