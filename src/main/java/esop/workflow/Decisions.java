package esop.workflow;

import java.util.List;
import java.util.Map;

/** Evaluates a deployed decision table outside of a model. */
public interface Decisions {

    /** The outputs of every matched rule, in the table's order; empty where none matched. */
    List<Map<String, Object>> evaluate(String decisionId, Map<String, ?> facts);
}
