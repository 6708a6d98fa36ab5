package esop.workflow;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The calendar by which due times are counted; in years without rows Monday to Friday count as working days. */
@RestController
class CalendarController {

    private final JdbcClient jdbc;

    CalendarController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/api/working-calendar")
    @Transactional(readOnly = true)
    public Calendar calendar() {
        return new Calendar(
                jdbc.sql("SELECT year, provisional, source FROM workflow.calendar_year ORDER BY year")
                        .query(Year.class)
                        .list(),
                jdbc.sql("SELECT day, working, name, name_en FROM workflow.calendar_day ORDER BY day")
                        .query(Day.class)
                        .list(),
                jdbc.sql(
                                "SELECT starts::text AS starts, ends::text AS ends FROM workflow.working_period ORDER BY starts")
                        .query(Period.class)
                        .list());
    }

    record Calendar(List<Year> years, List<Day> days, List<Period> periods) {}

    /** @param provisional estimated, because the State Council has not yet published it */
    record Year(int year, boolean provisional, String source) {}

    record Day(LocalDate day, boolean working, String name, String nameEn) {}

    record Period(String starts, String ends) {}
}
