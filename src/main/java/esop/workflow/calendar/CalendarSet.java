package esop.workflow.calendar;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All calendars as they were at one moment, each with what it inherits. */
class CalendarSet {

    static final String PROVINCE = "province";

    private final Map<String, OwnCalendar> own;
    private final Map<String, WorkingCalendar> whole = new HashMap<>();

    CalendarSet(Map<String, OwnCalendar> own) {
        this.own = Map.copyOf(own);
        own.keySet().forEach(id -> whole.put(id, inherited(own.get(id))));
    }

    /** A calendar that is not there yet counts as the province's. */
    WorkingCalendar of(String id) {
        return whole.getOrDefault(id, whole.get(PROVINCE));
    }

    boolean has(String id) {
        return own.containsKey(id);
    }

    CalendarSet with(OwnCalendar changed) {
        var all = new HashMap<>(own);
        all.put(changed.id(), changed);
        return new CalendarSet(all);
    }

    /** The calendar and those that stand on it. */
    Set<String> standingOn(String id) {
        var found = new TreeSet<>(Set.of(id));
        var grown = true;
        while (grown) {
            grown = false;
            for (var calendar : own.values()) {
                if (calendar.parent() != null && found.contains(calendar.parent())) {
                    grown |= found.add(calendar.id());
                }
            }
        }
        return found;
    }

    private WorkingCalendar inherited(OwnCalendar calendar) {
        if (calendar.parent() == null) {
            return new WorkingCalendar(calendar.hours(), calendar.days(), calendar.years());
        }
        var parent = inherited(own.get(calendar.parent()));
        var days = new HashMap<>(parent.exceptions());
        days.putAll(calendar.days());
        var years = new HashSet<>(parent.years());
        years.addAll(calendar.years());
        return new WorkingCalendar(calendar.hours().isEmpty() ? parent.hours() : calendar.hours(), days, years);
    }
}
