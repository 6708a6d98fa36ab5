package esop.workflow.calendar;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The English names of the holidays that China keeps; others keep their own name. */
final class HolidayNames {

    private static final Map<String, String> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("元旦", "New Year's Day");
        KNOWN.put("春节", "Spring Festival");
        KNOWN.put("清明", "Qingming Festival");
        KNOWN.put("劳动", "Labour Day");
        KNOWN.put("端午", "Dragon Boat Festival");
        KNOWN.put("中秋", "Mid-Autumn Festival");
        KNOWN.put("国庆", "National Day");
    }

    private HolidayNames() {}

    static String english(String name, boolean working) {
        var known = KNOWN.entrySet().stream()
                .filter(holiday -> name.contains(holiday.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" and "));
        return known.isEmpty() ? name : working ? "make-up day for " + known : known;
    }
}
