package esop.workflow.inbox;

import esop.web.BadRequestException;
import esop.web.Texts;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list of tasks is narrowed to.
 *
 * @param q words that each occur in the task's names, subject, customer or keys
 * @param due {@code overdue}, {@code today}, {@code week} (seven days from today), or a date: due by the end of that day
 */
record TaskFilter(
        @Nullable String process,
        @Nullable String q,
        @Nullable String customer,
        @Nullable String due) {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");
    private static final int MOST_WORDS = 5;

    /** Conditions on the alias {@code i}, with their parameters put into the map. */
    List<String> conditions(Map<String, Object> parameters, Clock clock) {
        var conditions = new ArrayList<String>();
        if (isGiven(process)) {
            conditions.add("i.process = :process");
            parameters.put("process", process);
        }
        if (isGiven(customer)) {
            conditions.add("i.customer_id = :customer");
            parameters.put("customer", customer);
        }
        if (isGiven(due)) {
            conditions.add("i.due < :dueBefore");
            parameters.put("dueBefore", dueBefore(clock));
        }
        if (isGiven(q)) {
            words().forEach((name, pattern) -> {
                conditions.add("i.search LIKE :" + name);
                parameters.put(name, pattern);
            });
        }
        return conditions;
    }

    private Map<String, String> words() {
        var words = new HashMap<String, String>();
        for (var word : q.strip().toLowerCase().split("\\s+", MOST_WORDS)) {
            var literal = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
            words.put("word" + words.size(), "%" + literal + "%");
        }
        return words;
    }

    private OffsetDateTime dueBefore(Clock clock) {
        var now = clock.instant().atZone(PROVINCE).toOffsetDateTime();
        return switch (due) {
            case "overdue" -> now;
            case "today" -> endOf(now.toLocalDate());
            case "week" -> endOf(now.toLocalDate().plus(7, ChronoUnit.DAYS));
            default -> endOf(date());
        };
    }

    private LocalDate date() {
        try {
            return LocalDate.parse(due);
        } catch (DateTimeException failure) {
            throw new BadRequestException("due", Texts.get("workflow.task.unknown-due"));
        }
    }

    private static OffsetDateTime endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(PROVINCE).toOffsetDateTime();
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
