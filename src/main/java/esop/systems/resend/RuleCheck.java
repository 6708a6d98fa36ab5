package esop.systems.resend;

import esop.systems.ErrorClass;
import esop.systems.calls.BackingSystems;
import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a rule must be like; all that is wrong with one is said at once. */
@Component
class RuleCheck {

    private static final Pattern STEP = Pattern.compile("\\*|[a-z][a-z0-9-]{0,39}");
    private static final int MOST_INTERVALS = 20;
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final BackingSystems systems;

    RuleCheck(BackingSystems systems) {
        this.systems = systems;
    }

    void check(RuleDraft draft) {
        var errors = new ArrayList<FieldError>();
        var system = draft.system();
        if (system == null || !system.equals("*") && systems.find(system).isEmpty()) {
            errors.add(error("system", "systems.rule.system"));
        }
        if (draft.step() == null || !STEP.matcher(draft.step()).matches()) {
            errors.add(error("step", "systems.rule.step"));
        }
        if (!isErrorClass(draft.errorClass())) {
            errors.add(error("errorClass", "systems.rule.error-class"));
        }
        if (draft.attempts() == null || draft.attempts() < 1 || draft.attempts() > 100) {
            errors.add(error("attempts", "systems.rule.attempts"));
        }
        if (draft.jitterPercent() == null || draft.jitterPercent() < 0 || draft.jitterPercent() > 100) {
            errors.add(error("jitterPercent", "systems.rule.jitter"));
        }
        intervals(draft.intervals(), errors);
        if (!errors.isEmpty()) {
            throw new InvalidException(errors.get(0).message(), errors);
        }
    }

    private static void intervals(@Nullable List<String> intervals, List<FieldError> errors) {
        if (intervals == null || intervals.isEmpty() || intervals.size() > MOST_INTERVALS) {
            errors.add(new FieldError("intervals", Texts.get("systems.rule.intervals", MOST_INTERVALS)));
            return;
        }
        for (var i = 0; i < intervals.size(); i++) {
            if (!isInterval(intervals.get(i))) {
                errors.add(new FieldError(
                        "intervals[" + i + "]", Texts.get("systems.rule.interval", String.valueOf(intervals.get(i)))));
            }
        }
    }

    private static boolean isInterval(@Nullable String text) {
        try {
            var interval = Duration.parse(text == null ? "" : text);
            return interval.compareTo(SHORTEST) >= 0 && interval.compareTo(LONGEST) <= 0;
        } catch (DateTimeParseException broken) {
            return false;
        }
    }

    /** One that exists, or the beginning of some. */
    private static boolean isErrorClass(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return false;
        }
        return text.endsWith("*")
                ? codes().stream().anyMatch(code -> code.startsWith(text.substring(0, text.length() - 1)))
                : codes().contains(text);
    }

    static List<String> codes() {
        return Arrays.stream(ErrorClass.values()).map(ErrorClass::code).toList();
    }

    private static FieldError error(String field, String text) {
        return new FieldError(field, Texts.get(text));
    }
}
