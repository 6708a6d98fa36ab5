package esop.provisioning.web;

import esop.identity.DataScope;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands after {@code WHERE} of a list: the caller's cities, and what was asked for. */
final class Filter {

    private final StringBuilder where;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    Filter() {
        this("city");
    }

    Filter(String city) {
        where = new StringBuilder(" WHERE " + DataScope.condition(city, parameters));
    }

    /** @param value null and blank ask for everything */
    Filter equal(String column, String name, @Nullable String value) {
        return value == null || value.isBlank() ? this : and(column + " = :" + name, name, value.strip());
    }

    Filter and(String condition, String name, Object value) {
        where.append(" AND ").append(condition);
        parameters.put(name, value);
        return this;
    }

    Filter and(String condition) {
        where.append(" AND ").append(condition);
        return this;
    }

    String where() {
        return where.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
