package esop.workflow.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one calendar says itself; the rest its parent says.
 *
 * @param hours empty where the parent's count; otherwise of the whole week
 */
record OwnCalendar(
        String id,
        @Nullable String parent,
        TreeMap<DayOfWeek, List<Span>> hours,
        Map<LocalDate, Boolean> days,
        Set<Integer> years) {}
