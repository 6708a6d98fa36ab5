package esop.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What has left the house: whoever calls other systems says so here, because a step is not undone behind their backs. */
public interface OutsideEffects {

    /** Every effect on these business objects since then, oldest first. */
    List<Effect> since(Collection<String> businessKeys, Instant since);

    /**
     * @param step what was asked of the system, as people know it
     * @param operation the same, as the system calls it
     */
    record Effect(String system, String step, String operation, String businessKey, String state, Instant at) {}
}
