package esop.workflow;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Map;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;

/** Calls the public methods of delegates, whose classes are package-private; JUEL's own resolver calls those of public classes only. */
final class DelegateResolver extends ReadOnlyMapELResolver {

    DelegateResolver(Map<Object, Object> delegates) {
        super(delegates);
    }

    @Override
    public Object invoke(ELContext context, Object base, Object name, Class<?>[] types, Object[] arguments) {
        if (base == null || !AnnotatedElementUtils.hasAnnotation(base.getClass(), Delegate.class)) {
            return null;
        }
        var method = Arrays.stream(base.getClass().getMethods())
                .filter(candidate -> candidate.getName().equals(name)
                        && candidate.getDeclaringClass() != Object.class
                        && candidate.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow(() -> new MethodNotFoundException(base.getClass().getSimpleName() + "." + name));
        ReflectionUtils.makeAccessible(method);
        context.setPropertyResolved(true);
        try {
            return method.invoke(base, arguments);
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new ELException(failure.getCause());
        } catch (IllegalAccessException failure) {
            throw new ELException(failure);
        }
    }
}
