package esop.provisioning;

import esop.workflow.Decisions;
import esop.workflow.WorkingTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the decision {@code fallout-policy} says of a fallout, with the times that follow from it. */
@Component
class FalloutPolicy {

    private final Decisions decisions;
    private final WorkingTime workingTime;
    private final Clock clock;

    FalloutPolicy(Decisions decisions, WorkingTime workingTime, Clock clock) {
        this.decisions = decisions;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /**
     * @param plan {@code retry}, {@code manual}, {@code abort}, {@code skip} (which still needs an approval), {@code roll-back-item},
     *     {@code renew} or {@code roll-back-order}
     * @param retryAt when a planned retry goes out
     * @param superior the role it goes to when nobody has resolved it in time
     */
    record Plan(String plan, Instant retryAt, String ownerRole, String superior, Instant due) {

        /** Whether a person may come to see it. */
        boolean hasPage() {
            return !plan.equals("retry") && !plan.equals("abort");
        }
    }

    Plan of(Fallout fallout, String customerLevel, int priority) {
        var facts = new HashMap<String, Object>();
        facts.put("system", fallout.system());
        facts.put("step", fallout.step());
        facts.put("product", fallout.product());
        facts.put("errorClass", fallout.errorClass());
        facts.put("attempt", fallout.attempt());
        facts.put("customerLevel", customerLevel);
        var policy = decisions.evaluate("fallout-policy", facts).get(0);
        var delay = Duration.parse(Objects.toString(policy.get("delay"), "PT0S"));
        return new Plan(
                String.valueOf(policy.get("action")),
                clock.instant().plus(delay),
                String.valueOf(policy.get("ownerRole")),
                String.valueOf(policy.get("secondaryAction")).replaceFirst("^escalate:", ""),
                due(fallout.product(), priority));
    }

    /** By when a person is to have resolved it, from now, in working time. */
    Instant due(String product, int priority) {
        var facts = new HashMap<String, Object>();
        facts.put("process", "fallout");
        facts.put("task", "resolveFallout");
        facts.put("product", product);
        facts.put("priority", priority);
        var duration = decisions.evaluate("due-time", facts).get(0).get("duration");
        return workingTime.plus(clock.instant(), String.valueOf(duration));
    }
}
