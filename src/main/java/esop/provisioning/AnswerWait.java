package esop.provisioning;

import esop.systems.Step;
import esop.workflow.Work;
import esop.workflow.WorkingTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long a process waits for the answer of a backing system, and what it does when there is none. */
@Service
class AnswerWait {

    private final StepRequests steps;
    private final WorkingTime workingTime;
    private final ProvisioningSettings settings;
    private final Clock clock;

    AnswerWait(StepRequests steps, WorkingTime workingTime, ProvisioningSettings settings, Clock clock) {
        this.steps = steps;
        this.workingTime = workingTime;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param outcome {@code silent} while there is no final answer
     * @param waitUntil absolute: neither an urge nor a word in between moves it
     * @param proofAsked whether the wait is for a proof
     */
    record Known(
            String outcome,
            @Nullable String errorClass,
            @Nullable String message,
            Date waitUntil,
            boolean proofAsked) {}

    /**
     * What is known of a step, and until when to wait if that is not final.
     *
     * @param waitUntil as said before, null at the first look
     * @param expectedWait of the decision {@code expected-wait}
     */
    @Transactional
    Known look(Step step, @Nullable Date waitUntil, boolean proofAsked, String expectedWait) {
        var known = steps.know(step);
        var running = proofAsked && known.state() != null && !known.isAnswered();
        var until = waitUntil;
        if (until == null && proofAsked) {
            until = Date.from(clock.instant().plus(settings.proofWait()));
        } else if (until == null || running) {
            until = Date.from(after(expectedWait, known));
        }
        return new Known(
                known.outcome(),
                known.isDone() ? null : known.trouble(),
                known.message(),
                until,
                proofAsked && !running);
    }

    /** @return by when the proof is expected */
    @Transactional
    Date askForProof(Step step) {
        steps.askForProof(step);
        return Date.from(clock.instant().plus(settings.proofWait()));
    }

    int proofs() {
        return settings.proofs();
    }

    /** Days are working days, hours and minutes are real ones: machines answer at night, people do not. */
    private Instant after(String expectedWait, RequestedStep step) {
        var now = clock.instant();
        return expectedWait.contains("T")
                ? now.plus(Duration.parse(expectedWait))
                : workingTime
                        .of(Work.of(step.system(), step.city()))
                        .plus(now, Period.parse(expectedWait).toString());
    }
}
