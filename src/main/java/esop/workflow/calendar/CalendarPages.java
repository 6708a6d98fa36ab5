package esop.workflow.calendar;

import esop.identity.People;
import esop.identity.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calendars as the console shows them. */
@Component
class CalendarPages {

    private static final int RECOUNTS = 5;

    private final CalendarRepository repository;
    private final CalendarChanges changes;
    private final RecountRepository recounts;
    private final People people;
    private final JdbcClient jdbc;

    CalendarPages(
            CalendarRepository repository,
            CalendarChanges changes,
            RecountRepository recounts,
            People people,
            JdbcClient jdbc) {
        this.repository = repository;
        this.changes = changes;
        this.recounts = recounts;
        this.people = people;
        this.jdbc = jdbc;
    }

    /**
     * @param loadedYears with those of its parents; in others Monday to Friday count
     * @param estimatedYears of the loaded ones
     */
    record Row(
            String id,
            String name,
            String nameEn,
            @Nullable String parent,
            @Nullable String city,
            int revision,
            boolean editable,
            List<Integer> loadedYears,
            List<Integer> estimatedYears) {}

    /**
     * @param own what it says itself
     * @param inherited what its parents say
     * @param beyond how many open tasks are due in years that are not loaded
     */
    record Page(
            String id,
            String name,
            String nameEn,
            @Nullable String parent,
            @Nullable String city,
            int revision,
            @Nullable Instant changed,
            @Nullable String changedBy,
            boolean editable,
            CalendarContent own,
            CalendarContent inherited,
            List<Beyond> beyond,
            List<RecountView> recounts) {}

    record Beyond(int year, int tasks) {}

    record RecountView(
            long id,
            int revision,
            String person,
            String note,
            int total,
            int lookedAt,
            int moved,
            int failed,
            Instant created,
            @Nullable Instant finished) {}

    List<Row> all() {
        return repository.visible().stream().map(this::row).toList();
    }

    Page page(String id) {
        var calendar = changes.find(id);
        var own = repository.content(id);
        var inherited = inherited(calendar);
        return new Page(
                id,
                calendar.name(),
                calendar.nameEn(),
                calendar.parent(),
                calendar.city(),
                calendar.revision(),
                calendar.changed(),
                calendar.changedBy() == null ? null : name(calendar.changedBy()),
                changes.mayEdit(calendar),
                own,
                inherited,
                beyond(id, own, inherited),
                recounts.latest(id, RECOUNTS).stream().map(this::view).toList());
    }

    RecountView view(Recount recount) {
        return new RecountView(
                recount.id(),
                recount.revision(),
                name(recount.person()),
                recount.note(),
                recount.total(),
                recount.lookedAt(),
                recount.moved(),
                recount.failed(),
                recount.created(),
                recount.finished());
    }

    private Row row(CalendarRow calendar) {
        var loaded = new TreeSet<Integer>();
        var estimated = new TreeSet<Integer>();
        for (var content : List.of(inherited(calendar), repository.content(calendar.id()))) {
            content.years().forEach(year -> {
                loaded.add(year.year());
                if (year.provisional()) {
                    estimated.add(year.year());
                } else {
                    estimated.remove(year.year());
                }
            });
        }
        return new Row(
                calendar.id(),
                calendar.name(),
                calendar.nameEn(),
                calendar.parent(),
                calendar.city(),
                calendar.revision(),
                changes.mayEdit(calendar),
                List.copyOf(loaded),
                List.copyOf(estimated));
    }

    /** Of several ancestors the nearest one counts, day by day; hours are those of the nearest that has any. */
    private CalendarContent inherited(CalendarRow calendar) {
        if (calendar.parent() == null) {
            return new CalendarContent(List.of(), List.of(), List.of());
        }
        var parent = changes.find(calendar.parent());
        var above = inherited(parent);
        var own = repository.content(parent.id());
        return new CalendarContent(
                own.hours().isEmpty() ? above.hours() : own.hours(),
                over(above.days(), own.days(), CalendarContent.Day::day),
                over(above.years(), own.years(), CalendarContent.Year::year));
    }

    private static <T, K extends Comparable<? super K>> List<T> over(List<T> below, List<T> above, Function<T, K> key) {
        var merged = new TreeMap<K, T>();
        below.forEach(each -> merged.put(key.apply(each), each));
        above.forEach(each -> merged.put(key.apply(each), each));
        return new ArrayList<>(merged.values());
    }

    private List<Beyond> beyond(String id, CalendarContent own, CalendarContent inherited) {
        var years = new TreeSet<Integer>();
        own.years().forEach(year -> years.add(year.year()));
        inherited.years().forEach(year -> years.add(year.year()));
        var hours = own.hours().isEmpty() ? inherited.hours() : own.hours();
        if (hours.stream().map(CalendarContent.Hours::weekday).distinct().count() == 7) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT extract(year FROM t.due AT TIME ZONE 'Asia/Shanghai')::integer AS year, count(*)::integer AS tasks
                        FROM workflow.task_clock c JOIN workflow.open_task t ON t.task_id = c.task_id
                        WHERE (c.calendar = :id
                               OR :province AND NOT EXISTS (SELECT 1 FROM workflow.calendar k WHERE k.id = c.calendar))
                          AND NOT extract(year FROM t.due AT TIME ZONE 'Asia/Shanghai')::integer = ANY (:years)
                        GROUP BY 1 ORDER BY 1
                        """)
                .param("id", id)
                .param("province", id.equals(CalendarSet.PROVINCE))
                .param("years", years.toArray(Integer[]::new))
                .query(Beyond.class)
                .list();
    }

    private String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }
}
