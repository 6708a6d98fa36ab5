package esop.opportunity;

import esop.identity.DataScope;
import esop.workflow.Decisions;
import esop.workflow.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Sees agreements end before they do, by the table {@code agreement-reminder}: first a task, then notices to whoever has it (ESOP 6.3.1.2). */
@Component
class AgreementWatch {

    /** No reminder comes earlier. */
    private static final int FARTHEST_DAYS = 400;

    private final AgreementReminders reminders;
    private final AgreementExpiry expiry;
    private final Decisions decisions;
    private final WorkingTime workingTime;
    private final TransactionOperations transaction;
    private final Clock clock;

    AgreementWatch(
            AgreementReminders reminders,
            AgreementExpiry expiry,
            Decisions decisions,
            WorkingTime workingTime,
            TransactionOperations transaction,
            Clock clock) {
        this.reminders = reminders;
        this.expiry = expiry;
        this.decisions = decisions;
        this.workingTime = workingTime;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${esop.opportunity.agreement-watch:15m}",
            initialDelayString = "${esop.opportunity.agreement-watch-after:1m}")
    void look() {
        if (workingTime.isWorking(clock.instant())) {
            lookAt(clock.instant());
        }
    }

    /** Each agreement by itself: one that cannot be reminded of keeps none of the others. */
    void lookAt(Instant now) {
        DataScope.asSystem(() -> {
            List<EndingAgreement> ending = transaction.execute(
                    status -> reminders.endingBy(today(now), today(now).plusDays(FARTHEST_DAYS)));
            ending.forEach(agreement -> transaction.executeWithoutResult(status -> remind(agreement, now)));
        });
    }

    /** Of several that are due at once, one is enough. */
    private void remind(EndingAgreement agreement, Instant now) {
        var due = daysBefore(agreement).stream()
                .filter(days -> isDue(agreement.ends().minusDays(days), now))
                .toList();
        var isFirst = reminders.isFirst(agreement);
        if (!reminders.isNews(agreement, due)) {
            return;
        }
        if (isFirst) {
            expiry.ask(agreement);
        } else {
            expiry.askAgain(agreement);
        }
    }

    private List<Integer> daysBefore(EndingAgreement agreement) {
        var facts = Map.<String, Object>of(
                "months",
                (int) ChronoUnit.MONTHS.between(agreement.starts(), agreement.ends()),
                "value",
                agreement.value().doubleValue());
        return decisions.evaluate("agreement-reminder", facts).stream()
                .map(decided -> (Integer) decided.get("days"))
                .toList();
    }

    /** On the last working day on which it is not too late. */
    private boolean isDue(LocalDate day, Instant now) {
        return today(workingTime.plus(now, "P1D")).isAfter(day);
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, OpportunityCheck.PROVINCE);
    }
}
