package esop.workflow.action;

import esop.web.BadRequestException;
import esop.web.Texts;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with many tasks.
 *
 * @param to whom, of assign, delegate and cc
 * @param reason why; of comment what is said
 * @param data what is filled in, of complete
 * @param on the day, of follow-up
 */
record BulkAction(
        String action,
        @Nullable String to,
        @Nullable String reason,
        @Nullable Map<String, Object> data,
        @Nullable LocalDate on) {

    private static final Set<String> KNOWN =
            Set.of("claim", "unclaim", "assign", "delegate", "complete", "cc", "urge", "follow-up", "comment");
    private static final Set<String> NAMING = Set.of("assign", "delegate", "cc");

    /** @throws BadRequestException for an action that is not known, or lacks what it needs */
    static BulkAction of(
            @Nullable String action,
            @Nullable String to,
            @Nullable String reason,
            @Nullable Map<String, Object> data,
            @Nullable LocalDate on) {
        if (action == null || !KNOWN.contains(action)) {
            throw new BadRequestException(
                    "action",
                    Texts.get(
                            "workflow.task.unknown-action",
                            KNOWN.stream().sorted().collect(Collectors.joining(", "))));
        }
        if (NAMING.contains(action) && (to == null || to.isBlank())) {
            throw new BadRequestException("to", Texts.get("web.missing"));
        }
        var words = action.equals("comment") ? Reasons.needed("reason", reason) : Reasons.given("reason", reason);
        return new BulkAction(action, to, words, data, on);
    }
}
