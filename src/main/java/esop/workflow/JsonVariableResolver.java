package esop.workflow;

import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.spin.json.SpinJsonNode;

/** Reads JSON variables, for example {@code ${serviceOrderIds.elements()}} of a multi-instance. */
final class JsonVariableResolver extends BeanELResolver {

    JsonVariableResolver() {
        super(true);
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object name, Class<?>[] types, Object[] arguments) {
        return base instanceof SpinJsonNode && isReading(String.valueOf(name))
                ? super.invoke(context, base, name, types, arguments)
                : null;
    }

    private static boolean isReading(String method) {
        return switch (method) {
            case "elements", "prop", "hasProp", "stringValue", "numberValue", "boolValue", "isNull", "indexOf" -> true;
            default -> false;
        };
    }
}
