package esop.workflow;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose working time counts: what the table {@code working-calendar} looks at.
 *
 * @param unit who carries it out where that is not the city itself, for example {@code eoms} or {@code si.local}
 * @param faultClass of work on a fault
 */
public record Work(
        @Nullable String city,
        @Nullable String unit,
        @Nullable String process,
        @Nullable String task,
        @Nullable String faultClass) {

    public static Work of(String unit, @Nullable String city) {
        return new Work(city, unit, null, null, null);
    }

    public Map<String, @Nullable Object> facts() {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("city", city);
        facts.put("unit", unit);
        facts.put("process", process);
        facts.put("task", task);
        facts.put("faultClass", faultClass);
        return facts;
    }
}
