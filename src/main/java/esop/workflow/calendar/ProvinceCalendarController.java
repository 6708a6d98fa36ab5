package esop.workflow.calendar;

import esop.workflow.calendar.CalendarContent.Day;
import esop.workflow.calendar.CalendarContent.Year;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The province's calendar for everybody who looks at due times. */
@RestController
class ProvinceCalendarController {

    private final CalendarRepository repository;

    ProvinceCalendarController(CalendarRepository repository) {
        this.repository = repository;
    }

    /** @param periods of an ordinary day */
    record Province(List<Year> years, List<Day> days, List<Period> periods) {}

    record Period(String starts, String ends) {}

    @GetMapping("/api/working-calendar")
    @Transactional(readOnly = true)
    public Province calendar() {
        var content = repository.content(CalendarSet.PROVINCE);
        return new Province(
                content.years(),
                content.days(),
                content.hours().stream()
                        .filter(span -> span.weekday() == content.hours().get(0).weekday())
                        .map(span -> new Period(span.starts(), span.ends()))
                        .toList());
    }
}
