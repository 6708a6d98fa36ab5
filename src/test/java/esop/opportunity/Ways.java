package esop.opportunity;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** Where the models of opportunities end, and where they lead back: models go from left to right, so a flow to the left leads back. */
final class Ways {

    private Ways() {}

    static Stream<String> all() {
        return Arrays.stream(Objects.requireNonNull(new File("processes/opportunity").listFiles()))
                .map(file -> file.getName().replace(".bpmn", ""))
                .flatMap(Ways::of);
    }

    private static Stream<String> of(String process) {
        var model = model(process);
        var ends = model.getModelElementsByType(EndEvent.class).stream().map(BaseElement::getId);
        var back = model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> left(flow.getTarget()) < left(flow.getSource()))
                .map(BaseElement::getId);
        return Stream.concat(ends, back).map(id -> process + "/" + id);
    }

    /** Whether something with this business key has gone this way. */
    static boolean isWalked(String way, String businessKey, HistoryService history) {
        var process = way.substring(0, way.indexOf('/'));
        var element = model(process).getModelElementById(way.substring(way.indexOf('/') + 1));
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .processDefinitionKey(process)
                .list()
                .stream()
                .anyMatch(instance -> element instanceof SequenceFlow flow
                        ? follows(instance.getId(), flow, history)
                        : !visits(instance.getId(), ((BaseElement) element).getId(), history)
                                .isEmpty());
    }

    private static boolean follows(String instance, SequenceFlow flow, HistoryService history) {
        var from = visits(instance, flow.getSource().getId(), history);
        return visits(instance, flow.getTarget().getId(), history).stream()
                .anyMatch(visit -> from.stream()
                        .anyMatch(source -> source.getEndTime() != null
                                && !visit.getStartTime().before(source.getEndTime())));
    }

    private static List<HistoricActivityInstance> visits(String instance, String activity, HistoryService history) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityId(activity)
                .list();
    }

    private static double left(FlowNode node) {
        return ((BpmnShape) node.getDiagramElement()).getBounds().getX();
    }

    private static BpmnModelInstance model(String process) {
        return Bpmn.readModelFromFile(new File("processes/opportunity/" + process + ".bpmn"));
    }
}
