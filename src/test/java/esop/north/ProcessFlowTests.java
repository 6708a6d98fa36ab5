package esop.north;

import static esop.north.NorthScene.NANJING;
import static esop.north.NorthScene.SOON;
import static esop.north.NorthScene.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Processes and tasks as other systems read them. */
@EsopTest
class ProcessFlowTests {

    private static final TmfSchema TMF701 = new TmfSchema("TMF701-ProcessFlow-v4.1.0.swagger.json");
    private static final String FLOWS = "/tmf-api/processFlowManagement/v4/processFlow";

    @Autowired
    private RuntimeService engine;

    private Caller hotline;

    @BeforeEach
    void signOn() {
        hotline = Caller.as("hotline-client").with("Accept-Language", "en");
    }

    @Test
    void anOrdersProcessesAndTheirTasksAreSeenAndFollowWhatPeopleDo() {
        var order = place(hotline, NANJING, "leased-line");
        var query = FLOWS + "?relatedEntity.id=" + order + "&processFlowSpecification=";
        var flow = await().atMost(SOON)
                .until(
                        () -> hotline.get(query + "work-order").json(),
                        flows -> flows.size() == 1 && !flows.at("/0/taskFlow").isEmpty())
                .get(0);
        TMF701.holds("ProcessFlow", flow);
        assertThat(flow.get("state").asText()).isEqualTo("active");
        assertThat(flow.at("/processFlowSpecificationRef/name").asText()).isEqualTo("Work order");
        assertThat(flow.get("relatedEntity").toString()).contains(order);
        assertThat(flow.at("/relatedParty/0/id").asText()).isEqualTo(NANJING);

        var address = flow.get("href").asText();
        assertThat(hotline.get(address).json()).isEqualTo(flow);
        var task = onlyTask(address);
        assertThat(task.get("state").asText()).isEqualTo("new");
        assertThat(task.get("href").asText())
                .isEqualTo(flow.at("/taskFlow/0/href").asText());
        assertThat(task.at("/relatedParty/0/id").asText()).isEqualTo("operations@nanjing");
        assertThat(Instant.parse(task.get("requestedCompletionDate").asText())).isAfter(Instant.now());
        assertThat(hotline.get(address + "/taskFlow/" + task.get("id").asText()).json())
                .isEqualTo(task);

        Caller.as("operations.nanjing").post("/api/tasks/" + task.get("id").asText() + "/claim", Map.of());
        assertThat(onlyTask(address).get("state").asText()).isEqualTo("active");
        assertThat(hotline.get(address + "/taskFlow?state=new").json()).isEmpty();

        engine.suspendProcessInstanceById(flow.get("id").asText());
        assertThat(hotline.get(address).json().get("state").asText()).isEqualTo("hold");
        assertThat(onlyTask(address).get("state").asText()).isEqualTo("hold");
        assertThat(hotline.get(query + "work-order&state=hold").json()).hasSize(1);
        assertThat(hotline.get(query + "work-order&state=active,completed").json())
                .isEmpty();
        engine.activateProcessInstanceById(flow.get("id").asText());

        NorthScene.refused(TMF701, suzhou().get(address), 404, "unknown");
        NorthScene.refused(TMF701, suzhou().get(address + "/taskFlow"), 404, "unknown");
        assertThat(suzhou().get(query + "work-order").json()).isEmpty();
        var other = hotline.get(query + "order").json().get(0);
        NorthScene.refused(
                TMF701,
                hotline.get(other.get("href").asText() + "/taskFlow/"
                        + task.get("id").asText()),
                404,
                "unknown");
    }

    @Test
    void aListIsFilteredCutAndCounted() {
        var since = Instant.now();
        var order = place(hotline, NANJING, "vpmn");
        var query = FLOWS + "?relatedEntity.id=" + order + "&processFlowDate.gte=" + since;
        var ended = await().atMost(SOON)
                .until(
                        () -> hotline.get(query + "&processFlowSpecification=service-order")
                                .json(),
                        flows -> flows.at("/0/state").asText().equals("completed"));
        TMF701.holds("ProcessFlow", ended.get(0));

        var cut = hotline.get(query + "&offset=1&limit=1&fields=state");
        assertThat(cut.json()).hasSize(1);
        assertThat(cut.json().get(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "href", "@type", "state");
        assertThat(Integer.parseInt(cut.header("X-Total-Count"))).isGreaterThan(2);
        assertThat(hotline.get(query + "&relatedParty.id=C999").json()).isEmpty();
        assertThat(hotline.get(FLOWS + "?relatedEntity.id=" + order + "&processFlowDate.lt=" + since)
                        .json())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"?state=new", "?colour=red", "?limit=0", "?processFlowDate.gt=yesterday"})
    void aQueryThatCannotBeReadIsRefused(String query) {
        NorthScene.refused(TMF701, hotline.get(FLOWS + query), 400, "bad-request");
    }

    @Test
    void nothingCanBeChangedAndNobodyLooksInWithoutTheRight() {
        NorthScene.refused(TMF701, hotline.get(FLOWS + "/none"), 404, "unknown");
        NorthScene.refused(TMF701, hotline.post(FLOWS, Map.of("processFlowSpecification", "order")), 405, "method");
        NorthScene.refused(TMF701, hotline.delete(FLOWS + "/none"), 405, "method");
        NorthScene.refused(TMF701, Caller.as("designer").get(FLOWS), 403, "forbidden");
        NorthScene.refused(TMF701, Caller.anonymous().get(FLOWS), 401, "unauthorized");
    }

    private static Caller suzhou() {
        return Caller.as("account-manager.suzhou").with("Accept-Language", "en");
    }

    private JsonNode onlyTask(String flow) {
        var tasks = hotline.get(flow + "/taskFlow").json();
        assertThat(tasks).hasSize(1);
        TMF701.holds("TaskFlow", tasks.get(0));
        return tasks.get(0);
    }
}
