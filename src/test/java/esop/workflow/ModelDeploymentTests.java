package esop.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class ModelDeploymentTests {

    @Autowired
    private ModelDeployment deployment;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Test
    void resourcesAreNamedRelativeToTheClassPath() {
        assertThat(repository.getDeploymentResourceNames(latest()))
                .contains(
                        "processes/test/errand.bpmn",
                        "decisions/workflow/task-dispatch.dmn",
                        "forms/test/run-errand.form");
    }

    @Test
    void startingAgainMakesNoNewVersionEvenFromManyNodesAtOnce() {
        var before = repository.createDeploymentQuery().count();
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(node -> CompletableFuture.runAsync(deployment::start))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void aTaskGetsItsOwnerAndDueTimeFromTheTables() {
        var instance = runtime.startProcessInstanceByKey("errand", Map.of("city", "nanjing", "priority", 2));
        var task = tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .taskCandidateGroup("operations@nanjing")
                .singleResult();
        assertThat(task.getDueDate()).isInTheFuture();
        runtime.deleteProcessInstance(instance.getId(), "done");
    }

    private String latest() {
        return repository
                .createDeploymentQuery()
                .deploymentName("esop")
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1)
                .get(0)
                .getId();
    }
}
