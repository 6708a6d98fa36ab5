package esop.workflow;

import java.util.List;
import java.util.Map;

/** Evaluates a deployed decision table outside of a model. */
public interface Decisions {

    /** The outputs of every matched rule, in the table's order; empty where none matched. */
    default List<Map<String, Object>> evaluate(String decisionId, Map<String, ?> facts) {
        return explain(decisionId, facts).outputs();
    }

    /** The same with its grounds. */
    Explained explain(String decisionId, Map<String, ?> facts);

    /** A decision with its grounds: version of the table, ids of the matched rules, what went in and what came out. */
    record Explained(
            String decision,
            int version,
            List<String> rules,
            Map<String, Object> inputs,
            List<Map<String, Object>> outputs) {}
}
