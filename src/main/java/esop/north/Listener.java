package esop.north;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who wants to hear of what.
 *
 * @param client sign-on name; it hears of the orders it has placed
 * @param query as TM Forum's APIs write it, for example {@code eventType=ProductOrderStateChangeEvent&state=completed,failed}
 */
record Listener(String id, Api api, String client, String callback, String query) {

    /** @param about what the event says of the attributes that a query may name */
    boolean wants(Map<String, String> about) {
        return conditions(query).entrySet().stream()
                .allMatch(condition -> Arrays.stream(condition.getValue().split(","))
                        .map(String::strip)
                        .anyMatch(value -> value.equalsIgnoreCase(about.getOrDefault(condition.getKey(), ""))));
    }

    static Map<String, String> conditions(String query) {
        var conditions = new LinkedHashMap<String, String>();
        Arrays.stream(query.split("&")).filter(part -> !part.isBlank()).forEach(part -> {
            var sides = part.split("=", 2);
            conditions.put(sides[0].strip(), sides.length == 1 ? "" : sides[1].strip());
        });
        return conditions;
    }
}
