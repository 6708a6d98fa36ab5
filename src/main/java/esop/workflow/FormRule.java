package esop.workflow;

import esop.web.FieldError;
import java.util.List;
import java.util.Map;

/** What a module demands of its task's form beyond what the form itself can say; asked whoever completes it and by whatever way. */
public interface FormRule {

    boolean concerns(String process, String task);

    /** @param variables of the task, as they would be with what was filled in */
    List<FieldError> check(String task, Map<String, Object> variables);
}
