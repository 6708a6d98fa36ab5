package esop.workflow.calendar;

import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.People;
import esop.identity.Person;
import esop.web.ConflictException;
import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes calendars. From then on due times are counted by the new one; internal ones that run already are counted anew, a date
 * promised to a customer never is.
 */
@Service
class CalendarChanges {

    private static final int SHOWN = 100;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9.-]{0,39}");
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_NOTE = 500;

    private final CalendarRepository repository;
    private final Calendars calendars;
    private final TaskClockRepository clocks;
    private final RecountRepository recounts;
    private final Promised promised;
    private final CurrentPerson currentPerson;
    private final People people;
    private final AuditLog auditLog;
    private final CalendarSettings settings;
    private final Clock clock;

    CalendarChanges(
            CalendarRepository repository,
            Calendars calendars,
            TaskClockRepository clocks,
            RecountRepository recounts,
            Promised promised,
            CurrentPerson currentPerson,
            People people,
            AuditLog auditLog,
            CalendarSettings settings,
            Clock clock) {
        this.repository = repository;
        this.calendars = calendars;
        this.clocks = clocks;
        this.recounts = recounts;
        this.promised = promised;
        this.currentPerson = currentPerson;
        this.people = people;
        this.auditLog = auditLog;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a draft would do.
     *
     * @param tasks how many open tasks count by this calendar
     * @param moved how many of them would be due at another time, {@code late} of them before now, {@code beyond} of them in a year
     *     that is not loaded
     * @param first the first hundred of those that move
     */
    record Preview(int tasks, int moved, int late, int beyond, List<RecountChange> first) {}

    /** @param id as {@code working-calendar} speaks of it: a city, a unit, or a name of its own */
    record NewCalendar(
            @Nullable String id,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String parent,
            @Nullable String city) {}

    @Transactional(readOnly = true)
    public Preview preview(String id, CalendarDraft draft) {
        var calendar = editable(id);
        var content = draft.content(calendar.parent() == null);
        var after = repository.all().with(content.own(id, calendar.parent()));
        var now = clock.instant();
        var tasks = new int[4];
        var first = new ArrayList<RecountChange>();
        clocks.each(after.standingOn(id), id.equals(CalendarSet.PROVINCE), task -> {
            tasks[0]++;
            var counted = after.of(task.clock().calendar());
            var due = task.clock().due(counted);
            if (due.toEpochMilli() == task.due().toEpochMilli()) {
                return;
            }
            tasks[1]++;
            var change = RecountChange.of(task, due, counted, now);
            tasks[2] += "past".equals(change.problem()) ? 1 : 0;
            tasks[3] += "beyond".equals(change.problem()) ? 1 : 0;
            if (first.size() < SHOWN) {
                first.add(change);
            }
        });
        var shown = first.stream().map(promised::against).toList();
        return new Preview(tasks[0], tasks[1], tasks[2], tasks[3], shown);
    }

    @Transactional
    public void change(String id, CalendarDraft draft) {
        var calendar = editable(id);
        var note = note(draft.note());
        if (draft.revision() == null) {
            throw new InvalidException("revision", Texts.get("web.missing"));
        }
        var content = draft.content(calendar.parent() == null);
        var before = repository.content(id);
        var difference = CalendarDifference.between(before, content);
        if (draft.revision() == calendar.revision() && difference.isNothing()) {
            throw new InvalidException("days", Texts.get("workflow.calendar.same"));
        }
        var person = currentPerson.get().id();
        if (!repository.change(id, draft.revision(), content, person)) {
            throw stale(id);
        }
        calendars.forget();
        var concerned = repository.all().standingOn(id);
        var everyOther = id.equals(CalendarSet.PROVINCE);
        recounts.add(
                id,
                draft.revision() + 1,
                person,
                note,
                concerned,
                everyOther,
                clocks.count(concerned, everyOther),
                settings.settle());
        auditLog.record(
                "calendar.change",
                "calendar/" + id,
                calendar.city(),
                Map.of("note", note, "revision", draft.revision() + 1, "changes", difference));
    }

    /** Where the table names it already, the city's or unit's tasks are counted anew by it. */
    @Transactional
    public void add(NewCalendar wanted) {
        var person = currentPerson.get();
        check(wanted, person);
        var id = Objects.requireNonNull(wanted.id());
        var row = new CalendarRow(
                id,
                Objects.requireNonNull(wanted.name()).strip(),
                Objects.requireNonNull(wanted.nameEn()).strip(),
                wanted.parent(),
                wanted.city(),
                1,
                null,
                person.id());
        if (!repository.add(row)) {
            throw new ConflictException(Texts.get("workflow.calendar.exists", id));
        }
        calendars.forget();
        var concerned = List.of(id);
        recounts.add(
                id,
                1,
                person.id(),
                Texts.get("workflow.calendar.new"),
                concerned,
                false,
                clocks.count(concerned, false),
                settings.settle());
        auditLog.record(
                "calendar.add", "calendar/" + id, wanted.city(), Map.of("name", row.name(), "parent", row.parent()));
    }

    private void check(NewCalendar wanted, Person person) {
        var errors = new ArrayList<FieldError>();
        if (wanted.id() == null || !ID.matcher(wanted.id()).matches()) {
            errors.add(new FieldError("id", Texts.get("workflow.calendar.invalid.id")));
        }
        if (!CalendarDraft.isText(wanted.name(), LONGEST_NAME)) {
            errors.add(new FieldError("name", Texts.get("workflow.calendar.invalid.name", LONGEST_NAME)));
        }
        if (!CalendarDraft.isText(wanted.nameEn(), LONGEST_NAME)) {
            errors.add(new FieldError("nameEn", Texts.get("workflow.calendar.invalid.name", LONGEST_NAME)));
        }
        if (wanted.parent() == null || repository.find(wanted.parent()).isEmpty()) {
            errors.add(new FieldError("parent", Texts.get("workflow.calendar.invalid.parent")));
        }
        if (wanted.city() != null && !person.cities().contains(wanted.city())) {
            errors.add(new FieldError("city", Texts.get("workflow.calendar.invalid.city")));
        }
        if (!errors.isEmpty()) {
            throw new InvalidException(errors.get(0).message(), errors);
        }
        if (wanted.city() == null && !people.isProvinceWide(person)) {
            throw new AccessDeniedException("a calendar of the whole province");
        }
    }

    /** Another city's is unknown; the province's is changed by who works for all of it. */
    private CalendarRow editable(String id) {
        var calendar = find(id);
        if (!mayEdit(calendar)) {
            throw new AccessDeniedException("a calendar of the whole province");
        }
        return calendar;
    }

    boolean mayEdit(CalendarRow calendar) {
        var person = currentPerson.get();
        return calendar.city() == null
                ? people.isProvinceWide(person)
                : person.cities().contains(calendar.city());
    }

    CalendarRow find(String id) {
        return repository.find(id).orElseThrow(() -> new UnknownException(Texts.get("workflow.calendar.unknown", id)));
    }

    private ConflictException stale(String id) {
        var now = find(id);
        var who = now.changedBy() == null
                ? ""
                : people.find(now.changedBy()).map(Person::name).orElse(now.changedBy());
        return new ConflictException(
                Texts.get("workflow.calendar.changed", who), Map.<String, Object>of("revision", now.revision()));
    }

    private static String note(@Nullable String note) {
        if (note == null || note.isBlank() || note.length() > LONGEST_NOTE) {
            throw new InvalidException("note", Texts.get("workflow.calendar.note"));
        }
        return note.strip();
    }
}
