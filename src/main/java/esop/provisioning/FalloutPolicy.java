package esop.provisioning;

import esop.systems.Afterwards;
import esop.systems.SystemCalls;
import esop.workflow.CaseDecisions;
import esop.workflow.Decisions;
import esop.workflow.Work;
import esop.workflow.WorkingTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the decision {@code fallout-policy}, and before it a resend rule whose calls are used up, says of a fallout, with the times that follow from it. */
@Component
class FalloutPolicy {

    static final String TABLE = "fallout-policy";
    private static final String MANUAL = "manual";
    private static final Set<String> ACTIONS = Set.of(
            "retry", MANUAL, "skip", "abort", "roll-back-item", FalloutAnswers.GO_BACK, "renew", "roll-back-order");

    private final Decisions decisions;
    private final CaseDecisions caseDecisions;
    private final SystemCalls calls;
    private final WorkingTime workingTime;
    private final Clock clock;

    FalloutPolicy(
            Decisions decisions, CaseDecisions caseDecisions, SystemCalls calls, WorkingTime workingTime, Clock clock) {
        this.decisions = decisions;
        this.caseDecisions = caseDecisions;
        this.calls = calls;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /**
     * @param plan {@code retry}, {@code manual}, {@code abort}, {@code skip} (which still needs an approval), {@code roll-back-item},
     *     {@code roll-back-to}, {@code renew} or {@code roll-back-order}
     * @param backTo the step that {@code roll-back-to} goes back to: in the table {@code roll-back-to:reserve}
     * @param retryAt when a planned retry goes out
     * @param superior the role it goes to when nobody has resolved it in time
     */
    record Plan(String plan, @Nullable String backTo, Instant retryAt, String ownerRole, String superior, Instant due) {

        /** Whether a person may come to see it. */
        boolean hasPage() {
            return !plan.equals("retry") && !plan.equals("abort");
        }

        Plan manual() {
            return new Plan(MANUAL, null, retryAt, ownerRole, superior, due);
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
        var explained = decisions.explain(TABLE, facts);
        caseDecisions.keep(fallout.id(), explained);
        var policy = explained.outputs().get(0);
        var delay = Duration.parse(Objects.toString(policy.get("delay"), "PT0S"));
        var action = String.valueOf(policy.get("action")).split(":", 2);
        return new Plan(
                action(fallout, action[0]),
                action.length == 1 ? null : action[1],
                clock.instant().plus(delay),
                String.valueOf(policy.get("ownerRole")),
                String.valueOf(policy.get("secondaryAction")).replaceFirst("^escalate:", ""),
                due(fallout.city(), fallout.product(), priority));
    }

    /** A word that is no action would close the fallout unresolved: a person decides. */
    private String action(Fallout fallout, String said) {
        var known = ACTIONS.contains(said) ? said : MANUAL;
        return switch (fallout.generation() == 0 ? Afterwards.MANUAL : calls.afterwards(fallout.asStep())) {
            case MANUAL -> known;
            case ABORT -> "abort";
            case ROLLBACK ->
                FalloutAnswers.to("open", fallout.step(), fallout.generation(), false)
                                .contains("roll-back-item")
                        ? "roll-back-item"
                        : known;
        };
    }

    /** By when a person is to have resolved it, from now, in working time. */
    Instant due(String city, String product, int priority) {
        var facts = new HashMap<String, Object>();
        facts.put("process", "fallout");
        facts.put("task", "resolveFallout");
        facts.put("product", product);
        facts.put("priority", priority);
        var duration = decisions.evaluate("due-time", facts).get(0).get("duration");
        var work = new Work(city, null, "fallout", "resolveFallout", null);
        return workingTime.of(work).plus(clock.instant(), String.valueOf(duration));
    }
}
