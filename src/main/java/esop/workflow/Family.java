package esop.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/** What an instance has from whoever called it. */
public final class Family {

    private Family() {}

    /** Its own city or that of whoever called it; what has none is nobody's to see. */
    public static String city(DelegateExecution execution) {
        return inherited((ExecutionEntity) execution, "city") instanceof String city ? city : "-";
    }

    /** A variable of this instance or, where it has none of this name, of the nearest one above it that has. */
    public static @Nullable Object inherited(ExecutionEntity execution, String variable) {
        for (var scope = execution;
                scope != null;
                scope = scope.getProcessInstance().getSuperExecution()) {
            if (scope.hasVariable(variable)) {
                return scope.getVariable(variable);
            }
        }
        return null;
    }

    /** The order, where the process is about one; otherwise what the topmost instance is about. */
    public static @Nullable String rootBusinessKey(ExecutionEntity execution) {
        if (inherited(execution, "orderId") instanceof String order) {
            return order;
        }
        var instance = execution.getProcessInstance();
        while (instance.getSuperExecution() != null) {
            instance = instance.getSuperExecution().getProcessInstance();
        }
        return instance.getBusinessKey();
    }
}
