package esop.workflow.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.workflow.calendar.CalendarContent.Day;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holidays and make-up working days as iCalendar (RFC 5545), the way phones publish them: all-day events that say 休 or 班 in their
 * name or as {@code X-APPLE-SPECIAL-DAY}. Nothing of a file is trusted: it is small, in UTF-8, flat, and what repeats does so
 * yearly.
 */
final class HolidayFile {

    private static final int LARGEST = 512 * 1024;
    private static final int MOST_LINES = 20_000;
    private static final int DEEPEST = 5;
    private static final int MOST_EVENTS = 2_000;
    private static final int LONGEST_EVENT = 31;
    private static final int YEARS_AHEAD = 5;

    static final String SPECIAL = "X-APPLE-SPECIAL-DAY";
    private static final Pattern WORKING = Pattern.compile("班|make-?up|work(ing)? ?day", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOLIDAY = Pattern.compile("休|假|holiday|day off", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKS = Pattern.compile(
            "\\s*[（(]\\s*(休|班|休息|上班|holiday|workday)\\s*[)）]|\\s*(假期|补班|调休|放假)?\\s*第\\s*\\d+\\s*天\\s*/\\s*共\\s*\\d+\\s*天.*$|\\s+(休|班|假期|补班|放假)$");

    private HolidayFile() {}

    /**
     * @param days that are not what their weekday says, as a draft takes them
     * @param years in which there are any
     */
    record Report(List<Entry> entries, List<Day> days, List<Integer> years) {}

    /**
     * One event of the file.
     *
     * @param kind {@code holiday}, {@code working} or {@code left-out}
     * @param problem why it was left out
     */
    record Entry(
            String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String kind,
            @Nullable String problem) {}

    static Report read(byte[] file, Instant now) {
        var days = new TreeMap<LocalDate, Day>();
        var entries = new ArrayList<Entry>();
        for (var calendar : calendars(text(file))) {
            for (var event : calendar.getEvents()) {
                if (entries.size() >= MOST_EVENTS) {
                    throw refused("too-many", MOST_EVENTS);
                }
                entries.add(entry(event, days, now));
            }
        }
        if (entries.isEmpty()) {
            throw refused("no-events");
        }
        var years = new TreeSet<Integer>();
        days.keySet().forEach(day -> years.add(day.getYear()));
        return new Report(entries, List.copyOf(days.values()), List.copyOf(years));
    }

    private static List<ICalendar> calendars(String text) {
        try {
            return Biweekly.parse(text).all();
        } catch (RuntimeException unreadable) {
            throw refused("unreadable");
        }
    }

    private static String text(byte[] file) {
        if (file.length > LARGEST) {
            throw refused("too-large", LARGEST / 1024);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException other) {
            throw refused("encoding");
        }
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (text.chars().anyMatch(letter -> Character.isISOControl(letter) && "\r\n\t".indexOf(letter) < 0)) {
            throw refused("encoding");
        }
        if (!text.startsWith("BEGIN:VCALENDAR")) {
            throw refused("no-calendar");
        }
        depth(text);
        return text;
    }

    private static void depth(String text) {
        var depth = 0;
        var lines = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            depth += line.startsWith("BEGIN:") ? 1 : line.startsWith("END:") ? -1 : 0;
            if (++lines > MOST_LINES || depth > DEEPEST || depth < 0) {
                throw refused("unreadable");
            }
        }
    }

    private static Entry entry(VEvent event, TreeMap<LocalDate, Day> days, Instant now) {
        var summary = event.getSummary() == null
                ? ""
                : Objects.toString(event.getSummary().getValue(), "");
        var name = summary.replaceAll("\\p{Cntrl}", " ").strip();
        name = name.length() > 60 ? name.substring(0, 60) : name;
        var first = day(event.getDateStart());
        if (name.isEmpty() || first == null || !CalendarDraft.isYear(first.getYear())) {
            return leftOut(name, first, null, "no-date");
        }
        var last = last(event, first);
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= LONGEST_EVENT) {
            return leftOut(name, first, last, "too-long");
        }
        var working = working(event, name);
        if (working == null) {
            return leftOut(name, first, last, "says-nothing");
        }
        var repeats = repeats(event, first, now);
        if (repeats < 0) {
            return leftOut(name, first, last, "repeats");
        }
        var plain = MARKS.matcher(name).replaceAll("").strip();
        var known = plain.isEmpty() ? name : plain;
        for (var year = 0; year <= repeats; year++) {
            for (var day = first.plusYears(year); !day.isAfter(last.plusYears(year)); day = day.plusDays(1)) {
                var other = days.get(day);
                if (other != null && other.working() != working) {
                    return leftOut(name, first, last, "twice");
                }
                days.put(day, new Day(day, working, known, HolidayNames.english(known, working)));
            }
        }
        return new Entry(name, first, last, working ? "working" : "holiday", null);
    }

    private static @Nullable Boolean working(VEvent event, String name) {
        var special = event.getExperimentalProperty(SPECIAL);
        if (special != null) {
            return "ALTERNATE-WORKDAY".equals(special.getValue());
        }
        return WORKING.matcher(name).find()
                ? Boolean.TRUE
                : HOLIDAY.matcher(name).find() ? Boolean.FALSE : null;
    }

    /** How many more years it comes again; negative where it repeats otherwise than yearly. */
    private static int repeats(VEvent event, LocalDate first, Instant now) {
        var rule = event.getRecurrenceRule();
        if (rule == null) {
            return event.getRecurrenceDates().isEmpty() ? 0 : -1;
        }
        var value = rule.getValue();
        var simple = value != null
                && value.getFrequency() == Frequency.YEARLY
                && (value.getInterval() == null || value.getInterval() == 1)
                && value.getByDay().isEmpty()
                && value.getByWeekNo().isEmpty()
                && value.getByYearDay().isEmpty()
                && value.getBySetPos().isEmpty()
                && value.getByHour().isEmpty()
                && value.getByMinute().isEmpty()
                && value.getBySecond().isEmpty();
        if (!simple) {
            return -1;
        }
        var end = now.atZone(WorkingCalendar.ZONE).getYear() + YEARS_AHEAD;
        if (value.getUntil() != null) {
            end = Math.min(
                    end,
                    value.getUntil().toInstant().atZone(WorkingCalendar.ZONE).getYear());
        }
        var years = Math.max(0, end - first.getYear());
        return value.getCount() == null ? years : Math.min(years, Math.max(0, value.getCount() - 1));
    }

    /** The end of an all-day event is the first day that no longer belongs to it. */
    private static LocalDate last(VEvent event, LocalDate first) {
        DateEnd end = event.getDateEnd();
        if (end != null && end.getValue() != null) {
            var day = day(end.getValue());
            return day == null ? first : day.equals(first) ? first : day.minusDays(1);
        }
        var duration = event.getDuration() == null ? null : event.getDuration().getValue();
        return duration == null || duration.isPrior()
                ? first
                : first.plusDays(Math.max(0, duration.toMillis() / (24 * 60 * 60 * 1000L) - 1));
    }

    private static @Nullable LocalDate day(@Nullable DateStart start) {
        return start == null || start.getValue() == null ? null : day(start.getValue());
    }

    /** Only whole days: what begins at an hour is an appointment. */
    private static @Nullable LocalDate day(ICalDate date) {
        DateTimeComponents parts = date.getRawComponents();
        try {
            return parts == null || date.hasTime() && parts.getHour() + parts.getMinute() > 0
                    ? null
                    : LocalDate.of(parts.getYear(), parts.getMonth(), parts.getDate());
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static Entry leftOut(String name, @Nullable LocalDate from, @Nullable LocalDate to, String why) {
        return new Entry(name, from, to, "left-out", Texts.get("workflow.calendar.left-out." + why));
    }

    private static InvalidException refused(String why, Object... arguments) {
        return new InvalidException("file", Texts.get("workflow.calendar.file." + why, arguments));
    }
}
