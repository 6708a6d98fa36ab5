package esop.web;

import java.util.HashMap;
import java.util.Map;

/**
 * A list in SQL.
 *
 * @param columns what is shown of a row
 * @param table where those columns are, under the names that {@code key} and {@code order} use
 * @param key what tells one row from another
 * @param from what follows {@code FROM} to find the rows: no more tables than the conditions need, and the conditions
 * @param order what follows {@code ORDER BY}
 */
public record Listing(String columns, String table, String key, String from, String order, Map<String, ?> parameters) {

    /** The keys of the page first: what is left out before it is not worth looking up anything for. */
    String page() {
        return """
                SELECT %1$s FROM %2$s
                WHERE %3$s = ANY (ARRAY(SELECT %3$s FROM %4$s ORDER BY %5$s LIMIT :rowsShown OFFSET :rowsBefore))
                ORDER BY %5$s
                """.formatted(columns, table, key, from, order);
    }

    Map<String, Object> parameters(Paging paging) {
        var all = new HashMap<String, Object>(parameters);
        all.put("rowsShown", paging.limit());
        all.put("rowsBefore", paging.offset());
        return all;
    }
}
