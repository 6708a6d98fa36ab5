package esop.systems.resend;

import esop.systems.Afterwards;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A rule as somebody wants it.
 *
 * @param afterwards {@code MANUAL} where nothing is said
 * @param revision of the rule that is changed; null for a new one
 */
record RuleDraft(
        @Nullable String system,
        @Nullable String step,
        @Nullable String errorClass,
        @Nullable Integer attempts,
        @Nullable List<String> intervals,
        @Nullable Integer jitterPercent,
        @Nullable Afterwards afterwards,
        @Nullable Integer revision) {

    static RuleDraft of(ResendRule rule) {
        return new RuleDraft(
                rule.system(),
                rule.step(),
                rule.errorClass(),
                rule.attempts(),
                rule.intervals(),
                rule.jitterPercent(),
                rule.afterwards(),
                rule.revision());
    }

    @Override
    public Afterwards afterwards() {
        return afterwards == null ? Afterwards.MANUAL : afterwards;
    }

    Map<String, Object> facts() {
        var facts = new TreeMap<String, Object>();
        facts.put("system", String.valueOf(system));
        facts.put("step", String.valueOf(step));
        facts.put("errorClass", String.valueOf(errorClass));
        facts.put("attempts", attempts == null ? 0 : attempts);
        facts.put("intervals", intervals == null ? List.of() : intervals);
        facts.put("jitterPercent", jitterPercent == null ? 0 : jitterPercent);
        facts.put("afterwards", afterwards().name());
        return facts;
    }
}
