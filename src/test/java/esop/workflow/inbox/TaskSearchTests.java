package esop.workflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.EsopTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EsopTest
class TaskSearchTests {

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    private final Caller operations = Caller.as("operations.nanjing");
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private String instance;
    private String task;

    @BeforeEach
    void anErrandWithFacts() {
        var variables = new HashMap<String, Object>(Map.of("city", "nanjing", "priority", 2, "product", "leased-line"));
        variables.put("place", "鼓楼区" + mark + "号");
        variables.put("idCard", "32010" + mark);
        instance = runtime.startProcessInstanceByKey("errand", "E" + UUID.randomUUID(), variables)
                .getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @Test
    void aTaskIsFoundByAFragmentOfWhatStandsOnItsForm() {
        assertThat(found("group", "楼区" + mark)).containsExactly(task);
        assertThat(found("all", mark + "号")).containsExactly(task);
        assertThat(found("mine", mark)).isEmpty();
    }

    @Test
    void everyWordMustOccur() {
        assertThat(found("group", mark + "+跑差事")).containsExactly(task);
        assertThat(found("group", mark + "+别处")).isEmpty();
    }

    @Test
    void whatIsSensitiveIsNeverSearched() {
        assertThat(found("all", "32010" + mark)).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM web.searchable WHERE content LIKE :card")
                        .param("card", "%32010" + mark + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anotherCitysPeopleDoNotFindIt() {
        var elsewhere = Caller.as("operations.suzhou");
        assertThat(elsewhere.get("/api/tasks?q=" + mark).json().get("total").asInt())
                .isZero();
    }

    @Test
    void aFactThatChangedIsFoundByItsNewWords() {
        runtime.setVariable(instance, "place", "玄武区" + mark);
        operations.post("/api/tasks/" + task + "/claim", Map.of());

        assertThat(found("mine", "玄武区" + mark)).containsExactly(task);
        assertThat(found("mine", "鼓楼区" + mark)).isEmpty();
    }

    @Test
    void whatWasFilledInIsFoundAmongWhatIsDoneInBothLanguages() {
        operations.post("/api/tasks/" + task + "/complete", Map.of("data", Map.of("result", "failed")));

        assertThat(found("done", mark + "+未办成")).containsExactly(task);
        assertThat(found("done", mark + "+failed")).containsExactly(task);
        assertThat(found("all", mark)).isEmpty();
    }

    @Test
    void aTaskThatIsGoneLeavesNothingToSearch() {
        assertThat(searchable()).isEqualTo(1);
        runtime.deleteProcessInstance(instance, "test");
        assertThat(searchable()).isZero();
    }

    private int searchable() {
        return jdbc.sql("SELECT count(*) FROM web.searchable WHERE kind = 'task' AND id = :id")
                .param("id", task)
                .query(Integer.class)
                .single();
    }

    private List<String> found(String view, String words) {
        return operations
                .get("/api/tasks?view=" + view + "&q=" + encoded(words))
                .json()
                .get("items")
                .findValuesAsText("id")
                .stream()
                .filter(task::equals)
                .toList();
    }

    private static String encoded(String words) {
        return java.net.URLEncoder.encode(words.replace('+', ' '), java.nio.charset.StandardCharsets.UTF_8);
    }
}
