package esop.workflow.dispatch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the table {@code task-dispatch} says of handing out a task.
 *
 * @param person the one it names, if any
 * @param leastLoaded to whoever present has least in hand; otherwise it waits for its group
 * @param pinned first of all to whoever knows the case
 * @param limit nobody is given more when this many tasks are in hand; null: no limit
 */
record DispatchRow(
        @Nullable String person,
        boolean leastLoaded,
        boolean pinned,
        @Nullable Integer limit) {

    static DispatchRow of(Map<String, Object> row) {
        return new DispatchRow(
                (String) row.get("person"),
                "least-loaded".equals(row.get("strategy")),
                "case".equals(row.get("pin")),
                row.get("limit") instanceof Number limit ? limit.intValue() : null);
    }

    /** Whoever wants it takes it; nobody has to be looked at. */
    boolean leavesItToTheGroup() {
        return person == null && !leastLoaded && !pinned;
    }

    boolean allows(Candidate candidate) {
        return limit == null || candidate.load() < limit;
    }
}
