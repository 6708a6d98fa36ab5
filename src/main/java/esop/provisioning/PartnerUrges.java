package esop.provisioning;

import esop.identity.People;
import esop.identity.Person;
import esop.systems.Step;
import esop.workflow.notice.Notices;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** 催单 of a partner whose people work in ESOP: their task comes before others, and whoever has it, or could take it, is told. */
@Component
class PartnerUrges {

    private final TaskService tasks;
    private final People people;
    private final Notices notices;

    PartnerUrges(TaskService tasks, People people, Notices notices) {
        this.tasks = tasks;
        this.people = people;
        this.notices = notices;
    }

    /** @return whether anybody was told */
    boolean send(Step dispatched, NewWorkOrder work, WorkOrderAction urge) {
        var open = tasks.createTaskQuery()
                .processDefinitionKey(PartnerWorkProcess.KEY)
                .processInstanceBusinessKey(dispatched.key())
                .list();
        for (var task : open) {
            tasks.setPriority(task.getId(), Objects.requireNonNull(urge.priority()));
            workers(task).forEach(worker -> notices.tell(worker, "urged", task.getId(), work.city(), urge.words()));
        }
        return !open.isEmpty();
    }

    private List<String> workers(Task task) {
        return task.getAssignee() != null
                ? List.of(task.getAssignee())
                : tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .flatMap(group -> group == null ? Stream.empty() : people.inGroup(group).stream())
                        .map(Person::id)
                        .distinct()
                        .toList();
    }
}
