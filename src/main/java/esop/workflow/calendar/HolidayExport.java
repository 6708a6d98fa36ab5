package esop.workflow.calendar;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import esop.workflow.calendar.CalendarContent.Day;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;

/** The days of a calendar as iCalendar, the way {@link HolidayFile} reads them. */
final class HolidayExport {

    private HolidayExport() {}

    /** Days in a row with the same name are one event. */
    static byte[] write(CalendarRow calendar, CalendarContent content, Instant now) {
        var file = new ICalendar();
        file.setVersion(ICalVersion.V2_0);
        file.setProductId("-//ESOP//calendar " + calendar.id() + "//ZH");
        file.setName(calendar.name());
        var days = content.days();
        for (var i = 0; i < days.size(); ) {
            var first = days.get(i);
            var next = i + 1;
            while (next < days.size() && continues(days.get(next - 1), days.get(next))) {
                next++;
            }
            file.addEvent(event(calendar, first, days.get(next - 1).day(), now));
            i = next;
        }
        return Biweekly.write(file).go().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean continues(Day one, Day next) {
        return next.day().equals(one.day().plusDays(1))
                && next.name().equals(one.name())
                && next.working() == one.working();
    }

    private static VEvent event(CalendarRow calendar, Day first, LocalDate last, Instant now) {
        var event = new VEvent();
        event.setUid(first.day() + "@" + calendar.id() + ".esop");
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(new DateStart(whole(first.day())));
        event.setDateEnd(new DateEnd(whole(last.plusDays(1))));
        event.setSummary(first.name() + (first.working() ? "（班）" : "（休）"));
        event.setExperimentalProperty(HolidayFile.SPECIAL, first.working() ? "ALTERNATE-WORKDAY" : "WORK-HOLIDAY");
        return event;
    }

    private static ICalDate whole(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }
}
