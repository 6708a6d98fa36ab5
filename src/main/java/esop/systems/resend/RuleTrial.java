package esop.systems.resend;

import esop.systems.ErrorClass;
import esop.systems.calls.BackingSystem;
import esop.systems.calls.BackingSystems;
import esop.systems.resend.Trial.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Foretells, without doing anything, what the dispatcher would do after a failure. */
@Component
class RuleTrial {

    private static final EnumSet<ErrorClass> FINAL =
            EnumSet.of(ErrorClass.REFUSED, ErrorClass.FAILED, ErrorClass.PARTIAL, ErrorClass.UNPROVABLE);
    private static final EnumSet<ErrorClass> CERTAINLY_NOT_THERE =
            EnumSet.of(ErrorClass.CONNECT, ErrorClass.AUTH, ErrorClass.INTERNAL, ErrorClass.NEVER_ARRIVED);
    private static final int SHOWN = 12;

    private final RuleRepository repository;
    private final BackingSystems systems;

    RuleTrial(RuleRepository repository, BackingSystems systems) {
        this.repository = repository;
        this.systems = systems;
    }

    /** @param attempt how many attempts have been made, this failed one included */
    Trial of(
            String system,
            String step,
            String errorClass,
            int attempt,
            @Nullable RuleDraft draft,
            @Nullable Long replaced) {
        var failure = ErrorClass.valueOf(errorClass.toUpperCase(Locale.ROOT).replace('-', '_'));
        if (FINAL.contains(failure)) {
            return new Trial(null, "fallout", "final", null, List.of());
        }
        if (failure == ErrorClass.THROTTLED) {
            return new Trial(null, "when-told", null, null, List.of());
        }
        var rule = repository
                .deciding(system, step, errorClass, draft, replaced)
                .orElseThrow(() -> new IllegalStateException("the rule for everything is missing"));
        if (attempt >= rule.attempts()) {
            return new Trial(rule.id(), "fallout", "used-up", rule.afterwards(), List.of());
        }
        var provable = systems.find(system).map(BackingSystem::supportsProof).orElse(true);
        var next = provable && !CERTAINLY_NOT_THERE.contains(failure) ? "prove" : "resend";
        return new Trial(rule.id(), next, null, null, waits(rule, attempt));
    }

    private static List<Wait> waits(ResendRule rule, int attempt) {
        var waits = new ArrayList<Wait>();
        for (var made = Math.max(1, attempt); made < rule.attempts() && waits.size() < SHOWN; made++) {
            var interval = Duration.parse(
                    rule.intervals().get(Math.min(made, rule.intervals().size()) - 1));
            var most = interval.plus(interval.multipliedBy(rule.jitterPercent()).dividedBy(100));
            waits.add(new Wait(made + 1, interval.toString(), most.toString()));
        }
        return waits;
    }
}
