package esop.workflow;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ListableBeanFactory;

/** What a model's expressions may name: the delegates and nothing else of the Spring context, each made when first used. */
final class DelegateBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory beans;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    DelegateBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String bean && known.computeIfAbsent(bean, this::isDelegate);
    }

    private boolean isDelegate(String bean) {
        return beans.containsBean(bean) && beans.findAnnotationOnBean(bean, Delegate.class, false) != null;
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        var all = new LinkedHashMap<Object, Object>();
        for (var name : beans.getBeanNamesForAnnotation(Delegate.class)) {
            all.put(name, beans.getBean(name));
        }
        return all.entrySet();
    }
}
