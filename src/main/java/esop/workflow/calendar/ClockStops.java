package esop.workflow.calendar;

import esop.identity.CurrentPerson;
import esop.identity.DataScope;
import esop.identity.Person;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.calendar.StopCauses.Cause;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** 挂起: a task waits for somebody else, for a reason that is written down, until somebody resumes it or at the latest until a date. */
@Component
class ClockStops {

    private static final int LONGEST_REASON = 500;

    private final TaskClockRepository clocks;
    private final ClockStopRepository stops;
    private final StopCauses causes;
    private final DueMover mover;
    private final ClockEvents events;
    private final Calendars calendars;
    private final CurrentPerson currentPerson;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ClockStops(
            TaskClockRepository clocks,
            ClockStopRepository stops,
            StopCauses causes,
            DueMover mover,
            ClockEvents events,
            Calendars calendars,
            CurrentPerson currentPerson,
            TransactionTemplate transaction,
            Clock clock) {
        this.clocks = clocks;
        this.stops = stops;
        this.causes = causes;
        this.mover = mover;
        this.events = events;
        this.calendars = calendars;
        this.currentPerson = currentPerson;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param until a date on which it goes on by itself; none: as late as the table allows */
    record Wish(
            @Nullable String cause,
            @Nullable String reason,
            @Nullable String until) {}

    void stop(String taskId, Wish wish) {
        within(person -> {
            mover.hold(taskId);
            var task = mine(taskId, person);
            var cause = cause(task, wish.cause());
            var reason = reason(wish.reason());
            var until = until(task, cause, wish.until());
            if (!stops.add(task, cause, reason, person.id(), until)) {
                throw new ConflictException(Texts.get("workflow.clock.waits"));
            }
            events.add(
                    task,
                    cause.stops() ? "stopped" : "noted",
                    person.id(),
                    cause.name(),
                    cause.nameEn(),
                    ClockEvents.due(until),
                    reason);
            mover.move(taskId);
            return task;
        });
    }

    void resume(String taskId) {
        within(person -> {
            mover.hold(taskId);
            var task = mine(taskId, person);
            if (stops.resume(taskId, person.id()).isEmpty()) {
                throw new ConflictException(Texts.get("workflow.clock.runs"));
            }
            mover.move(taskId);
            resumed(task, person.id());
            return task;
        });
    }

    /** @return false where no wait is over */
    boolean goOn() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var over = stops.over();
            over.ifPresent(taskId -> {
                stops.resume(taskId, null);
                clocks.find(taskId).ifPresent(task -> resumed(task, null));
            });
            return over.isPresent();
        }));
    }

    private void resumed(ClockedTask task, @Nullable String person) {
        var due = clocks.find(task.id()).map(ClockedTask::due).orElse(task.due());
        events.add(task, "resumed", person, ClockEvents.due(due));
    }

    /** Another city's is unknown; one's own city's is refused to who has no part in it. */
    ClockedTask mine(String taskId, Person person) {
        var task = clocks.find(taskId)
                .filter(found -> person.cities().contains(found.city()))
                .orElseThrow(() -> new UnknownException(Texts.get("workflow.task.unknown", taskId)));
        if (!person.id().equals(task.assignee()) && person.groups().stream().noneMatch(task.groups()::contains)) {
            throw new AccessDeniedException("not a candidate");
        }
        return task;
    }

    private Cause cause(ClockedTask task, @Nullable String id) {
        return causes.of(task).stream()
                .filter(cause -> cause.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidException("cause", Texts.get("workflow.clock.cause")));
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new InvalidException("reason", Texts.get("workflow.clock.reason", LONGEST_REASON));
        }
        return reason.strip();
    }

    private Instant until(ClockedTask task, Cause cause, @Nullable String date) {
        var now = clock.instant();
        var latest = calendars
                .current()
                .of(task.clock().calendar())
                .plus(now, WorkingDuration.parse("P" + cause.days() + "D"));
        if (date == null || date.isBlank()) {
            return latest;
        }
        var wanted = Optional.ofNullable(parsed(date))
                .map(day -> day.atStartOfDay(WorkingCalendar.ZONE).toInstant())
                .filter(day -> day.isAfter(now) && !day.isAfter(latest));
        return wanted.orElseThrow(() -> new InvalidException(
                "until", Texts.get("workflow.clock.until", cause.days(), ClockEvents.due(latest))));
    }

    private static @Nullable LocalDate parsed(String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /** As the inbox does it: what a task moves may lie in other cities. */
    <T> T within(Function<Person, T> work) {
        var person = currentPerson.get();
        return Objects.requireNonNull(DataScope.asSystem(() -> transaction.execute(status -> work.apply(person))));
    }
}
