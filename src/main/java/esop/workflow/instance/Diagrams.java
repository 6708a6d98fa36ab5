package esop.workflow.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.stereotype.Component;

/** The pictures of deployed models with the English names of their elements; a deployed model never changes. */
@Component
class Diagrams {

    private static final int MOST = 500;

    private final RepositoryService repository;
    private final Map<String, Diagram> known = new ConcurrentHashMap<>();

    Diagrams(RepositoryService repository) {
        this.repository = repository;
    }

    Diagram of(String definitionId) {
        if (known.size() > MOST) {
            known.clear();
        }
        return known.computeIfAbsent(definitionId, this::read);
    }

    private Diagram read(String definitionId) {
        try (var content = repository.getProcessModel(definitionId)) {
            var xml = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            return new Diagram(xml, englishNames(repository.getBpmnModelInstance(definitionId)), names(definitionId));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> englishNames(BpmnModelInstance model) {
        var names = new TreeMap<String, String>();
        for (var properties : model.getModelElementsByType(CamundaProperties.class)) {
            var element = properties.getParentElement().getParentElement();
            properties.getCamundaProperties().stream()
                    .filter(property -> "en".equals(property.getCamundaName()))
                    .forEach(property -> names.put(((BaseElement) element).getId(), property.getCamundaValue()));
        }
        return names;
    }

    private Map<String, String> names(String definitionId) {
        var names = new TreeMap<String, String>();
        for (var element : repository
                .getBpmnModelInstance(definitionId)
                .getModelElementsByType(org.camunda.bpm.model.bpmn.instance.FlowElement.class)) {
            if (element.getName() != null) {
                names.put(element.getId(), element.getName());
            }
        }
        return names;
    }

    record Diagram(String xml, Map<String, String> labelsEn, Map<String, String> labels) {

        String label(String elementId, boolean english) {
            var own = labels.getOrDefault(elementId, elementId);
            return english ? labelsEn.getOrDefault(elementId, own) : own;
        }
    }
}
