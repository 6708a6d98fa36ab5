package esop.workflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import esop.web.InvalidException;
import esop.workflow.calendar.CalendarContent.Day;
import esop.workflow.calendar.HolidayFile.Report;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayFileTests {

    private static final Instant NOW = Instant.parse("2026-11-27T06:00:00Z");

    @Test
    void daysOffAndMakeUpDaysAreToldFromWhatTheEventsSay() {
        var report = read(
                event("20270206", "20270213", "春节（休）"),
                event("20270207", null, "春节 第2天/共7天").replace("SUMMARY", "X-APPLE-SPECIAL-DAY:WORK-HOLIDAY\r\nSUMMARY"),
                event("20270220", null, "春节 补班"),
                event("20270214", null, "情人节"),
                event("20270501T090000", "20270501T180000", "劳动节 加班"));

        assertThat(report.entries())
                .extracting(entry -> entry.name() + " " + entry.kind())
                .containsExactly(
                        "春节（休） holiday", "春节 第2天/共7天 holiday", "春节 补班 working", "情人节 left-out", "劳动节 加班 left-out");
        assertThat(report.entries().get(3).problem()).isEqualTo("没有说明休息还是上班");
        assertThat(report.days()).hasSize(8);
        assertThat(report.days().get(0)).isEqualTo(new Day(LocalDate.of(2027, 2, 6), false, "春节", "Spring Festival"));
        assertThat(report.days().get(7))
                .isEqualTo(new Day(LocalDate.of(2027, 2, 20), true, "春节", "make-up day for Spring Festival"));
        assertThat(report.years()).containsExactly(2027);
    }

    @Test
    void whatIsWrittenReadsTheSame() {
        var content = new CalendarContent(
                List.of(),
                List.of(
                        new Day(LocalDate.of(2026, 10, 1), false, "国庆节", "National Day"),
                        new Day(LocalDate.of(2026, 10, 2), false, "国庆节", "National Day"),
                        new Day(LocalDate.of(2026, 10, 10), true, "国庆节", "make-up day for National Day")),
                List.of());
        var row = new CalendarRow("province", "全省", "Province", null, null, 1, null, null);

        var file = HolidayExport.write(row, content, NOW);
        var report = HolidayFile.read(file, NOW);

        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("BEGIN:VEVENT")
                .contains("DTSTART;VALUE=DATE:20261001");
        assertThat(report.entries()).hasSize(2);
        assertThat(report.days()).isEqualTo(content.days());
    }

    @Test
    void yearlyHolidaysComeForFiveMoreYears() {
        var report = read(event("20260101", null, "元旦（休）").replace("SUMMARY", "RRULE:FREQ=YEARLY\r\nSUMMARY"));

        assertThat(report.years()).containsExactly(2026, 2027, 2028, 2029, 2030, 2031);
    }

    @ParameterizedTest
    @Timeout(10)
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=MINUTELY;INTERVAL=1;COUNT=2147483647",
                "FREQ=YEARLY;BYHOUR=0,1,2,3,4,5;BYMINUTE=0,1,2;BYSECOND=0,1,2",
                "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR",
                "FREQ=DAILY;UNTIL=99991231"
            })
    void whatRepeatsOtherwiseIsLeftOut(String rule) {
        var report = read(event("20270101", null, "元旦（休）").replace("SUMMARY", "RRULE:" + rule + "\r\nSUMMARY"));

        assertThat(report.entries()).extracting(HolidayFile.Entry::kind).containsExactly("left-out");
        assertThat(report.days()).isEmpty();
    }

    @Test
    @Timeout(20)
    void hostileFilesAreRefused() {
        refused("x".repeat(600 * 1024).getBytes(StandardCharsets.UTF_8), "文件最大 512 KB");
        refused(calendar(event("20270206", null, "春节（休）")).getBytes(Charset.forName("GBK")), "文件必须是 UTF-8 文本");
        refused(calendar(event("20270206", null, "春节\u0000（休）")).getBytes(StandardCharsets.UTF_8), "文件必须是 UTF-8 文本");
        refused("<html>".getBytes(StandardCharsets.UTF_8), "不是 iCalendar 文件");
        refused(
                ("BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n".repeat(10_000)).getBytes(StandardCharsets.UTF_8),
                "文件结构读不懂");
        refused(calendar().getBytes(StandardCharsets.UTF_8), "文件里没有条目");
        refused(calendar(event("20270206", null, "休").repeat(2_001)).getBytes(StandardCharsets.UTF_8), "最多 2,000 个条目");
    }

    @Test
    void anEventOfYearsIsLeftOut() {
        var report = read(event("20270101", "21000101", "长假（休）"), event("99990101", null, "远日（休）"));

        assertThat(report.entries()).extracting(HolidayFile.Entry::kind).containsOnly("left-out");
    }

    private static Report read(String... events) {
        return HolidayFile.read(calendar(events).getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static String calendar(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//\r\n" + String.join("", events) + "END:VCALENDAR\r\n";
    }

    private static String event(String from, String to, String name) {
        var date = from.contains("T") ? ":" : ";VALUE=DATE:";
        return "BEGIN:VEVENT\r\nUID:" + name.hashCode() + from + "\r\nDTSTAMP:20261127T060000Z\r\nDTSTART" + date + from
                + "\r\n" + (to == null ? "" : "DTEND" + date + to + "\r\n") + "SUMMARY:" + name + "\r\nEND:VEVENT\r\n";
    }

    private static void refused(byte[] file, String why) {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> HolidayFile.read(file, NOW))
                .withMessage(why);
    }
}
