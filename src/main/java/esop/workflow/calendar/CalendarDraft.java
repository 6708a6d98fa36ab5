package esop.workflow.calendar;

import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.workflow.calendar.CalendarContent.Day;
import esop.workflow.calendar.CalendarContent.Hours;
import esop.workflow.calendar.CalendarContent.Year;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as somebody wants it to be, before it is looked at.
 *
 * @param revision the one that was looked at when the change was made
 * @param note why
 */
record CalendarDraft(
        @Nullable Integer revision,
        @Nullable String note,
        @Nullable List<@Nullable DraftHours> hours,
        @Nullable List<@Nullable DraftDay> days,
        @Nullable List<@Nullable DraftYear> years) {

    private static final int MOST_SPANS = 10;
    private static final int MOST_DAYS = 5_000;
    private static final int MOST_YEARS = 50;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_SOURCE = 200;
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d|24:00");

    record DraftHours(
            @Nullable Integer weekday,
            @Nullable String starts,
            @Nullable String ends) {}

    record DraftDay(
            @Nullable String day,
            @Nullable Boolean working,
            @Nullable String name,
            @Nullable String nameEn) {}

    record DraftYear(
            @Nullable Integer year,
            @Nullable Boolean provisional,
            @Nullable String source) {}

    /**
     * @param standsAlone no parent says what it does not say
     * @throws InvalidException with all that is wrong
     */
    CalendarContent content(boolean standsAlone) {
        var errors = new ArrayList<FieldError>();
        var content = new CalendarContent(hours(standsAlone, errors), days(errors), years(errors));
        if (!errors.isEmpty()) {
            throw new InvalidException(errors.get(0).message(), errors);
        }
        return content;
    }

    private List<Hours> hours(boolean standsAlone, List<FieldError> errors) {
        var good = new ArrayList<Hours>();
        var given = hours == null ? List.<DraftHours>of() : hours;
        for (var i = 0; i < given.size(); i++) {
            var field = "hours[" + i + "]";
            var span = given.get(i);
            if (span == null || span.weekday() == null || span.weekday() < 1 || span.weekday() > 7) {
                errors.add(error(field, "weekday"));
            } else if (!isTime(span.starts()) || !isTime(span.ends())) {
                errors.add(error(field, "time"));
            } else if (Objects.requireNonNull(span.starts()).compareTo(Objects.requireNonNull(span.ends())) >= 0) {
                errors.add(error(field, "backwards"));
            } else {
                var hours = new Hours(span.weekday(), span.starts(), span.ends());
                if (good.stream().anyMatch(other -> overlap(other, hours))) {
                    errors.add(error(field, "overlap"));
                }
                good.add(hours);
            }
        }
        if (given.size() > 7 * MOST_SPANS) {
            errors.add(error("hours", "too-many", 7 * MOST_SPANS));
        }
        if (standsAlone && given.isEmpty()) {
            errors.add(error("hours", "no-hours"));
        }
        return good;
    }

    private static boolean overlap(Hours one, Hours other) {
        return one.weekday() == other.weekday()
                && one.starts().compareTo(other.ends()) < 0
                && other.starts().compareTo(one.ends()) < 0;
    }

    private List<Day> days(List<FieldError> errors) {
        var good = new ArrayList<Day>();
        Set<LocalDate> taken = new HashSet<>();
        var given = days == null ? List.<DraftDay>of() : days;
        if (given.size() > MOST_DAYS) {
            errors.add(error("days", "too-many", MOST_DAYS));
            return good;
        }
        for (var i = 0; i < given.size(); i++) {
            var field = "days[" + i + "]";
            var draft = given.get(i);
            var day = draft == null ? null : date(draft.day());
            if (draft == null || day == null) {
                errors.add(error(field, "day"));
            } else if (!taken.add(day)) {
                errors.add(error(field, "twice", day));
            } else if (draft.working() == null || !isText(draft.name(), LONGEST_NAME)) {
                errors.add(error(field, "day-name", LONGEST_NAME));
            } else {
                var name = Objects.requireNonNull(draft.name()).strip();
                var english = isText(draft.nameEn(), LONGEST_NAME) ? Objects.requireNonNull(draft.nameEn()) : name;
                good.add(new Day(day, draft.working(), name, english.strip()));
            }
        }
        return good;
    }

    private List<Year> years(List<FieldError> errors) {
        var good = new ArrayList<Year>();
        Set<Integer> taken = new HashSet<>();
        var given = years == null ? List.<DraftYear>of() : years;
        if (given.size() > MOST_YEARS) {
            errors.add(error("years", "too-many", MOST_YEARS));
            return good;
        }
        for (var i = 0; i < given.size(); i++) {
            var field = "years[" + i + "]";
            var draft = given.get(i);
            if (draft == null || draft.year() == null || !isYear(draft.year()) || !taken.add(draft.year())) {
                errors.add(error(field, "year"));
            } else if (draft.provisional() == null || !isText(draft.source(), LONGEST_SOURCE)) {
                errors.add(error(field, "source", LONGEST_SOURCE));
            } else {
                good.add(new Year(
                        draft.year(),
                        draft.provisional(),
                        Objects.requireNonNull(draft.source()).strip()));
            }
        }
        return good;
    }

    private static boolean isTime(@Nullable String text) {
        return text != null && TIME.matcher(text).matches();
    }

    static boolean isYear(int year) {
        return year >= 2000 && year <= 2100;
    }

    static boolean isText(@Nullable String text, int longest) {
        return text != null
                && !text.isBlank()
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            var day = text == null ? null : LocalDate.parse(text);
            return day != null && isYear(day.getYear()) ? day : null;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static FieldError error(String field, String key, Object... arguments) {
        var words = java.util.Arrays.stream(arguments).map(String::valueOf).toArray();
        return new FieldError(field, Texts.get("workflow.calendar.invalid." + key, words));
    }
}
