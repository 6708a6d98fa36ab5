package esop.workflow.index;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** The English name of a model's element: its extension property {@code en}, or its own name where it has none. */
final class EnglishName {

    private EnglishName() {}

    static String of(Element element) {
        var extensions = element.element("extensionElements");
        var properties =
                extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (properties != null) {
            for (var property : properties.elements()) {
                if ("en".equals(property.attribute("name"))) {
                    return property.attribute("value");
                }
            }
        }
        var name = element.attribute("name");
        return name == null ? element.attribute("id") : name;
    }
}
