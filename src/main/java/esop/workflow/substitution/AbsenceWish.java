package esop.workflow.substitution;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param person whose absence it is; null: one's own
 * @param substitute null where nobody stands in
 * @param lastDay included
 * @param away counts as absent: no new work is given; true where nothing is said
 * @param processes ids; null or empty: all
 * @param cities null or empty: all of that person's
 * @param amountLimit in yuan; decisions about more wait for the person; null: no limit
 */
record AbsenceWish(
        @Nullable String person,
        @Nullable String substitute,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable Boolean away,
        @Nullable List<String> processes,
        @Nullable List<String> cities,
        @Nullable BigDecimal amountLimit,
        @Nullable String note) {}
