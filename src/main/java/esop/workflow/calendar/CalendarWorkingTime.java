package esop.workflow.calendar;

import esop.workflow.Work;
import esop.workflow.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Working time by the calendars of the console. */
@Component
class CalendarWorkingTime implements WorkingTime {

    private final Calendars calendars;
    private final CalendarChoice choice;

    CalendarWorkingTime(Calendars calendars, CalendarChoice choice) {
        this.calendars = calendars;
        this.choice = choice;
    }

    @Override
    public Instant plus(Instant from, String duration) {
        return calendar().plus(from, WorkingDuration.parse(duration));
    }

    @Override
    public Duration between(Instant from, Instant to) {
        return calendar().between(from, to);
    }

    @Override
    public int daysBetween(Instant from, Instant to) {
        return calendar().daysBetween(from, to);
    }

    @Override
    public boolean isWorking(Instant instant) {
        return calendar().isWorking(instant);
    }

    @Override
    public WorkingTime of(Work work) {
        return new Counted(calendars.current().of(choice.of(work)));
    }

    private WorkingCalendar calendar() {
        return calendars.current().of(CalendarSet.PROVINCE);
    }

    private final class Counted implements WorkingTime {

        private final WorkingCalendar calendar;

        private Counted(WorkingCalendar calendar) {
            this.calendar = calendar;
        }

        @Override
        public Instant plus(Instant from, String duration) {
            return calendar.plus(from, WorkingDuration.parse(duration));
        }

        @Override
        public Duration between(Instant from, Instant to) {
            return calendar.between(from, to);
        }

        @Override
        public int daysBetween(Instant from, Instant to) {
            return calendar.daysBetween(from, to);
        }

        @Override
        public boolean isWorking(Instant instant) {
            return calendar.isWorking(instant);
        }

        @Override
        public WorkingTime of(Work work) {
            return CalendarWorkingTime.this.of(work);
        }
    }
}
