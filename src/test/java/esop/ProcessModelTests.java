package esop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormData;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every model of {@code processes/}, and what the code and the models promise each other. */
class ProcessModelTests {

    private static final int MOST_NODES = 24;
    private static final Pattern CALLED_BEAN = Pattern.compile(
            "\\$\\{\\s*([a-z]\\w*)\\s*\\.\\s*(?!elements|prop|stringValue|numberValue|boolValue)\\w+\\s*\\(");
    private static final Pattern CONSTANT = Pattern.compile("static final String (\\w+) =\\s*\"([^\"]+)\"");

    static List<Path> models() {
        return Models.files("processes", ".bpmn");
    }

    @ParameterizedTest
    @MethodSource("models")
    void theProcessIsNamedAfterItsFileAndKeepsItsHistory(Path file) {
        var processes = read(file).getModelElementsByType(Process.class);
        assertThat(processes).extracting(BaseElement::getId).containsExactly(Models.name(file));
        assertThat(processes).allMatch(Process::isExecutable);
        assertThat(processes)
                .extracting(Process::getCamundaHistoryTimeToLiveString)
                .containsOnly("P1825D");
        assertThat(Models.name(file)).as("fits the engine's ids").hasSizeLessThan(24);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyNodeHasAChineseAndAnEnglishName(Path file) {
        var model = read(file);
        var named = new ArrayList<BaseElement>(model.getModelElementsByType(Process.class));
        named.addAll(model.getModelElementsByType(FlowElement.class));
        for (var element : named) {
            var name = element.getAttributeValue("name");
            if (name == null || name.isBlank()) {
                assertThat(element instanceof FlowNode node && !isMerge(node))
                        .as(element.getId() + " has no name")
                        .isFalse();
            } else {
                assertThat(english(element))
                        .as("English name of " + element.getId())
                        .isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelFitsOnAPageAndIsDrawnInFull(Path file) {
        var model = read(file);
        var nodes = model.getModelElementsByType(FlowNode.class);
        assertThat(nodes).hasSizeLessThanOrEqualTo(MOST_NODES);
        var drawn = model.getModelElementsByType(BpmnShape.class).stream()
                .map(shape -> shape.getBpmnElement().getId())
                .toList();
        assertThat(drawn).containsAll(nodes.stream().map(BaseElement::getId).toList());
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelCarriesNoCode(Path file) {
        var model = read(file);
        assertThat(model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.ScriptTask.class))
                .isEmpty();
        assertThat(model.getModelElementsByType(CamundaScript.class)).isEmpty();
        assertThat(model.getModelElementsByType(CamundaExecutionListener.class)).isEmpty();
        assertThat(model.getModelElementsByType(CamundaTaskListener.class)).isEmpty();
        assertThat(model.getModelElementsByType(CamundaFormData.class)).isEmpty();
        assertThat(Models.text(file)).doesNotContain("camunda:class=", "camunda:connector", "camunda:expression=");
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyBeanAModelNamesIsADelegate(Path file) {
        var beans = new ArrayList<String>();
        CALLED_BEAN.matcher(Models.text(file)).results().forEach(call -> beans.add(call.group(1)));
        for (var task : read(file).getModelElementsByType(ServiceTask.class)) {
            assertThat(task.getCamundaDelegateExpression())
                    .as(task.getId())
                    .isNotNull()
                    .matches("\\$\\{\\w+}");
            beans.add(task.getCamundaDelegateExpression().replaceAll("[${}]", ""));
        }
        assertThat(delegates()).containsAll(beans);
    }

    @ParameterizedTest
    @MethodSource("models")
    void formsTablesAndCalledProcessesExist(Path file) {
        var model = read(file);
        var forms = Models.names("forms", ".form");
        for (var task : model.getModelElementsByType(UserTask.class)) {
            assertThat(task.getCamundaFormRef()).as("form of " + task.getId()).isIn(forms);
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
        }
        for (var task : model.getModelElementsByType(BusinessRuleTask.class)) {
            if (task.getCamundaDecisionRef() != null) {
                assertThat(task.getCamundaDecisionRef()).isIn(Models.names("decisions", ".dmn"));
            } else {
                assertThat(task.getCamundaDelegateExpression()).as(task.getId()).isNotNull();
            }
        }
        for (var call : model.getModelElementsByType(CallActivity.class)) {
            if (!call.getCalledElement().startsWith("${")) {
                assertThat(call.getCalledElement()).isIn(Models.names("processes", ".bpmn"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyUserTaskHasAnOwnerAndADueTime(Path file) {
        for (var task : read(file).getModelElementsByType(UserTask.class)) {
            assertThat(task.getCamundaCandidateGroups())
                    .as("owner of " + task.getId())
                    .isNotBlank();
            assertThat(task.getCamundaDueDate())
                    .as("due time of " + task.getId())
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyWaitIsBounded(Path file) {
        var model = read(file);
        for (var gateway : model.getModelElementsByType(EventBasedGateway.class)) {
            assertThat(gateway.getSucceedingNodes().list())
                    .as("branches of " + gateway.getId())
                    .anyMatch(ProcessModelTests::isTimer);
        }
        var waits = Stream.concat(
                model.getModelElementsByType(ReceiveTask.class).stream(),
                model.getModelElementsByType(IntermediateCatchEvent.class).stream()
                        .filter(event -> !isTimer(event)));
        waits.filter(wait -> wait.getPreviousNodes().list().stream().noneMatch(EventBasedGateway.class::isInstance))
                .forEach(wait -> assertThat(isBounded(wait))
                        .as(wait.getId() + " ends by itself")
                        .isTrue());
    }

    @Test
    void everyDelegateIsNamedByAModel() {
        var named = models().stream().map(Models::text).toList();
        assertThat(delegates()).allMatch(delegate -> named.stream().anyMatch(model -> model.contains("${" + delegate)));
        assertThat(Models.files("delegates", ".java"))
                .allMatch(file -> Models.text(file).contains("@Delegate"))
                .noneMatch(file -> Models.text(file).contains("public class"));
    }

    /** A key, a message or a variable: models or forms use it by its value, delegates by the constant's name. */
    @Test
    void whatProcessClassesNameIsUsed() {
        var users = new StringBuilder();
        models().forEach(model -> users.append(Models.text(model)));
        Models.files("forms", ".form").forEach(form -> users.append(Models.text(form)));
        Models.files("delegates", ".java").forEach(delegate -> users.append(Models.text(delegate)));
        for (var file : Models.files("src/main/java", "Process.java")) {
            CONSTANT.matcher(Models.text(file))
                    .results()
                    .forEach(constant -> assertThat(isNamed(users, constant.group(1), constant.group(2)))
                            .as(file.getFileName() + " says " + constant.group(2))
                            .isTrue());
        }
    }

    private static boolean isNamed(CharSequence text, String... names) {
        return Stream.of(names)
                .anyMatch(name -> Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                        .matcher(text)
                        .find());
    }

    private static BpmnModelInstance read(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static List<String> delegates() {
        return Models.names("delegates", ".java").stream()
                .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                .toList();
    }

    private static String english(BaseElement element) {
        if (element.getExtensionElements() == null) {
            return "";
        }
        return element.getExtensionElements().getChildElementsByType(CamundaProperties.class).stream()
                .map(CamundaProperties::getCamundaProperties)
                .flatMap(Collection::stream)
                .filter(property -> "en".equals(property.getCamundaName()))
                .map(property -> property.getCamundaValue())
                .findFirst()
                .orElse("");
    }

    private static boolean isMerge(FlowNode node) {
        return node instanceof Gateway && node.getOutgoing().size() <= 1
                || node.getElementType().getTypeName().equals(BpmnModelConstants.BPMN_ELEMENT_PARALLEL_GATEWAY);
    }

    private static boolean isTimer(ModelElementInstance node) {
        return node instanceof CatchEvent event
                && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    /** By a timer on its edge, or on that of a subprocess around it. */
    private static boolean isBounded(ModelElementInstance node) {
        if (node instanceof Activity activity && hasTimer(activity)) {
            return true;
        }
        return node.getParentElement() instanceof SubProcess around && isBounded(around);
    }

    private static boolean hasTimer(Activity activity) {
        return activity.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                .anyMatch(event -> activity.equals(event.getAttachedTo()) && isTimer(event));
    }
}
