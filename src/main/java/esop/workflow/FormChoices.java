package esop.workflow;

import java.util.List;
import java.util.Map;

/** What a form offers to choose from where only the moment can tell, for example which steps can still be gone back to. */
public interface FormChoices {

    /** The {@code valuesKey} of the form's field. */
    String key();

    /**
     * In the reader's language.
     *
     * @param variables of the task
     */
    List<Choice> of(Map<String, Object> variables);

    record Choice(String value, String label) {}
}
