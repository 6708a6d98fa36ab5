package esop.workflow.instance;

import esop.identity.CurrentPerson;
import esop.web.BadRequestException;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.TaskHistory.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What one may see of the instances of one's cities. */
@Component
class Instances {

    private static final int MOST_STEPS = 2_000;
    /** Gateways and start events say nothing that the steps around them do not. */
    private static final Set<String> TOLD = Set.of(
            "serviceTask",
            "sendTask",
            "receiveTask",
            "businessRuleTask",
            "intermediateTimer",
            "intermediateMessageCatch",
            "boundaryTimer",
            "boundaryMessage",
            "boundaryError",
            "boundaryEscalation",
            "noneEndEvent",
            "errorEndEvent",
            "messageEndEvent",
            "terminateEndEvent");

    private final CurrentPerson currentPerson;
    private final InstanceRows rows;
    private final TaskEvents taskEvents;
    private final Diagrams diagrams;
    private final RuntimeService runtime;
    private final HistoryService history;

    Instances(
            CurrentPerson currentPerson,
            InstanceRows rows,
            TaskEvents taskEvents,
            Diagrams diagrams,
            RuntimeService runtime,
            HistoryService history) {
        this.currentPerson = currentPerson;
        this.rows = rows;
        this.taskEvents = taskEvents;
        this.diagrams = diagrams;
        this.runtime = runtime;
        this.history = history;
    }

    @Transactional(readOnly = true)
    public Page<Instance> page(
            @Nullable String process,
            @Nullable String state,
            @Nullable Boolean overdue,
            @Nullable String businessKey,
            @Nullable String startedBy,
            Paging paging) {
        if (startedBy != null && !startedBy.equals("me")) {
            throw new BadRequestException("startedBy", Texts.get("workflow.instance.unknown-starter"));
        }
        return rows.page(
                process,
                state,
                overdue,
                businessKey,
                startedBy == null ? null : currentPerson.get().id(),
                paging);
    }

    @Transactional(readOnly = true)
    public Instance get(String id) {
        return rows.get(id, currentPerson.get());
    }

    /** The newest of a process for a business object. */
    @Transactional(readOnly = true)
    public Instance latest(String process, String businessKey) {
        return rows.page(process, null, null, businessKey, null, new Paging(0, 1, null)).items().stream()
                .findFirst()
                .orElseThrow(() -> new UnknownException(Texts.get("workflow.instance.unknown", businessKey)));
    }

    @Transactional(readOnly = true)
    public List<Entry> timeline(String id) {
        var instance = get(id);
        var diagram = diagrams.of(instance.definitionId());
        var timeline = new ArrayList<>(taskEvents.ofInstance(id));
        var name = Texts.isEnglish() ? instance.processNameEn() : instance.processName();
        timeline.add(new Entry(
                instance.started(), "instance.started", null, null, id, Texts.get("workflow.timeline.started", name)));
        for (var step : steps(id)) {
            if (TOLD.contains(step.getActivityType()) && step.getEndTime() != null && !step.isCanceled()) {
                timeline.add(new Entry(
                        step.getEndTime().toInstant(),
                        "step.done",
                        null,
                        null,
                        step.getActivityId(),
                        Texts.get("workflow.timeline.step", diagram.label(step.getActivityId(), Texts.isEnglish()))));
            }
        }
        if (instance.ended() != null) {
            timeline.add(new Entry(
                    instance.ended(),
                    "instance." + instance.state(),
                    null,
                    null,
                    id,
                    Texts.get("workflow.timeline.instance-" + instance.state(), name)));
        }
        timeline.sort(Comparator.comparing(Entry::at));
        return timeline;
    }

    @Transactional(readOnly = true)
    public DiagramWithState diagram(String id) {
        var instance = get(id);
        var diagram = diagrams.of(instance.definitionId());
        var steps = steps(id);
        var called = new HashMap<String, Instance>();
        rows.calledBy(id).forEach(call -> called.put(call.id(), call));
        return new DiagramWithState(
                instance.process(),
                instance.processName(),
                instance.processNameEn(),
                diagram.xml(),
                diagram.labelsEn(),
                active(id),
                steps.stream()
                        .filter(step -> step.getEndTime() != null && !step.isCanceled())
                        .map(HistoricActivityInstance::getActivityId)
                        .distinct()
                        .toList(),
                runtime.createIncidentQuery().processInstanceId(id).list().stream()
                        .map(Incident::getActivityId)
                        .distinct()
                        .toList(),
                steps.stream()
                        .filter(step -> called.containsKey(step.getCalledProcessInstanceId()))
                        .map(step -> new Call(
                                step.getActivityId(),
                                step.getCalledProcessInstanceId(),
                                called.get(step.getCalledProcessInstanceId()).businessKey()))
                        .toList(),
                rows.above(id).stream()
                        .map(caller -> new Caller(caller.id(), caller.processName(), caller.processNameEn()))
                        .toList());
    }

    private List<HistoricActivityInstance> steps(String id) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(id)
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .listPage(0, MOST_STEPS);
    }

    private List<Active> active(String id) {
        var counts = new TreeMap<String, Integer>();
        var tree = runtime.getActivityInstance(id);
        if (tree != null) {
            for (var child : tree.getChildActivityInstances()) {
                count(child, counts);
            }
            for (var arriving : tree.getChildTransitionInstances()) {
                counts.merge(arriving.getActivityId(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new Active(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Where tokens stand: the leaves; what only encloses them is not counted. */
    private static void count(ActivityInstance activity, Map<String, Integer> counts) {
        for (var child : activity.getChildActivityInstances()) {
            count(child, counts);
        }
        for (var arriving : activity.getChildTransitionInstances()) {
            counts.merge(arriving.getActivityId(), 1, Integer::sum);
        }
        if (activity.getChildActivityInstances().length == 0 && activity.getChildTransitionInstances().length == 0) {
            counts.merge(activity.getActivityId(), 1, Integer::sum);
        }
    }

    /** @param callers of this instance, outermost first */
    record DiagramWithState(
            String process,
            String name,
            String nameEn,
            String xml,
            Map<String, String> labelsEn,
            List<Active> active,
            List<String> completed,
            List<String> failed,
            List<Call> calls,
            List<Caller> callers) {}

    record Caller(String instanceId, String name, String nameEn) {}

    record Active(String activityId, int count) {}

    record Call(
            String activityId, String instanceId, @Nullable String businessKey) {}
}
