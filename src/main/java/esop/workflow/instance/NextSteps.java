package esop.workflow.instance;

import esop.web.Texts;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What may come after a step, by its model: past gateways, and where its process ends, in the one that called it. */
@Component
public class NextSteps {

    private static final int MOST = 3;
    private static final int HIGHEST = 5;

    private final RepositoryService repository;
    private final Diagrams diagrams;
    private final JdbcClient jdbc;

    NextSteps(RepositoryService repository, Diagrams diagrams, JdbcClient jdbc) {
        this.repository = repository;
        this.diagrams = diagrams;
        this.jdbc = jdbc;
    }

    /** Names in the reader's language, at most three; none where nothing comes any more. */
    public List<String> after(String instanceId, String activity) {
        var place = Optional.of(new Place(instanceId, activity));
        for (var level = 0; level < HIGHEST && place.isPresent(); level++) {
            var next = within(place.get());
            if (!next.isEmpty()) {
                return List.copyOf(next);
            }
            place = caller(place.get().instanceId());
        }
        return List.of();
    }

    private Set<String> within(Place place) {
        var names = new LinkedHashSet<String>();
        definition(place.instanceId()).ifPresent(definition -> {
            var diagram = diagrams.of(definition);
            var seen = new HashSet<String>();
            var ahead = new ArrayDeque<FlowNode>();
            if (repository.getBpmnModelInstance(definition).getModelElementById(place.activity())
                    instanceof FlowNode from) {
                from.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(ahead::add);
            }
            while (!ahead.isEmpty() && names.size() < MOST) {
                var node = ahead.poll();
                if (!seen.add(node.getId()) || node instanceof EndEvent) {
                    continue;
                }
                if (node instanceof Activity && node.getName() != null) {
                    names.add(diagram.label(node.getId(), Texts.isEnglish()));
                } else {
                    node.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(ahead::add);
                }
            }
        });
        return names;
    }

    private Optional<String> definition(String instanceId) {
        return jdbc.sql("SELECT definition_id FROM workflow.instance WHERE id = :id")
                .param("id", instanceId)
                .query(String.class)
                .optional();
    }

    private Optional<Place> caller(String instanceId) {
        return jdbc.sql("""
                        SELECT caller.proc_inst_id_ AS instance_id, caller.act_id_ AS activity
                        FROM camunda.act_ru_execution called
                        JOIN camunda.act_ru_execution caller ON caller.id_ = called.super_exec_
                        WHERE called.id_ = :id
                        """).param("id", instanceId).query(Place.class).optional();
    }

    private record Place(String instanceId, String activity) {}
}
