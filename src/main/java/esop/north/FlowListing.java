package esop.north;

import esop.web.BadRequestException;
import esop.web.Texts;
import esop.workflow.Flows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which processes, and which of their tasks, a query asks for. */
final class FlowListing {

    private static final Set<String> FLOWS = Period.and(
            "processFlowDate",
            "fields",
            "offset",
            "limit",
            "state",
            "processFlowSpecification",
            "relatedEntity.id",
            "relatedParty.id");
    private static final Set<String> TASKS = Set.of("fields", "offset", "limit", "state");
    private static final List<String> FLOW_STATES = List.of("active", "hold", "completed", "cancelled");
    private static final List<String> TASK_STATES = List.of("new", "active", "hold", "completed", "cancelled");

    private FlowListing() {}

    static Flows.Filter flows(Map<String, String> query) {
        Attributes.check(query, FLOWS);
        var started = Period.of(query, "processFlowDate");
        return new Flows.Filter(
                states(query.get("state"), FLOW_STATES),
                query.get("processFlowSpecification"),
                query.get("relatedEntity.id"),
                query.get("relatedParty.id"),
                started.since(),
                started.before());
    }

    /** @return in which states; none for all */
    static Set<String> tasks(Map<String, String> query) {
        Attributes.check(query, TASKS);
        return states(query.get("state"), TASK_STATES);
    }

    private static Set<String> states(@Nullable String words, List<String> known) {
        var states = new TreeSet<String>();
        if (words != null) {
            Arrays.stream(words.split(",")).map(String::strip).forEach(states::add);
        }
        if (!known.containsAll(states)) {
            throw new BadRequestException("state", Texts.get("north.unknown-state", String.join(", ", known)));
        }
        return states;
    }
}
