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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list of tasks is narrowed to.
 *
 * @param q words that each occur in the task's names, subject, customer, keys or what stands on its form
 * @param due {@code overdue}, {@code today}, {@code week} (seven days from today), or a date: due by the end of that day
 */
public record TaskFilter(
        @Nullable String process,
        @Nullable String q,
        @Nullable String customer,
        @Nullable String due,
        @Nullable String assignee) {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");
    private static final int MOST_WORDS = 5;

    static final TaskFilter NONE = new TaskFilter(null, null, null, null, null);

    /**
     * Conditions on the alias {@code i}, with their parameters put into the map.
     *
     * @param suffix of the parameters' names, where several filters share a statement
     */
    List<String> conditions(Map<String, Object> parameters, Clock clock, String suffix) {
        var conditions = new ArrayList<String>();
        if (isGiven(process)) {
            conditions.add("i.process = :process" + suffix);
            parameters.put("process" + suffix, process);
        }
        if (isGiven(customer)) {
            conditions.add("i.customer_id = :customer" + suffix);
            parameters.put("customer" + suffix, customer);
        }
        if (isGiven(due)) {
            conditions.add("i.due < :dueBefore" + suffix);
            parameters.put("dueBefore" + suffix, dueBefore(clock));
        }
        if (isGiven(assignee)) {
            conditions.add("i.assignee = :assignee" + suffix);
            parameters.put("assignee" + suffix, assignee);
        }
        var number = 0;
        for (var word : words()) {
            var name = "word" + number++ + "x" + suffix;
            conditions.add("i.search LIKE :" + name);
            parameters.put(name, "%" + literal(word) + "%");
        }
        return conditions;
    }

    /** What each must occur. */
    List<String> words() {
        return isGiven(q)
                ? Arrays.stream(q.strip().toLowerCase().split("\\s+", MOST_WORDS))
                        .toList()
                : List.of();
    }

    private static String literal(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** @throws BadRequestException where it cannot be understood */
    public void check(Clock clock) {
        if (isGiven(due)) {
            dueBefore(clock);
        }
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
