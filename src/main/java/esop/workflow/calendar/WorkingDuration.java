package esop.workflow.calendar;

import java.time.Duration;
import java.util.regex.Pattern;

/** Working days and working hours of an ISO 8601 duration; weeks, months and years have no meaning in working time. */
record WorkingDuration(int days, Duration time) {

    private static final Pattern FORM =
            Pattern.compile("P(?=.)(?:(\\d{1,4})D)?(?:T(?=.)(?:(\\d{1,5})H)?(?:(\\d{1,6})M)?(?:(\\d{1,7})S)?)?");

    static WorkingDuration parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not a duration in working time (like P1D or PT4H): " + text);
        }
        return new WorkingDuration(
                number(form.group(1)),
                Duration.ofHours(number(form.group(2)))
                        .plusMinutes(number(form.group(3)))
                        .plusSeconds(number(form.group(4))));
    }

    static WorkingDuration of(Duration time) {
        return new WorkingDuration(0, time);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
