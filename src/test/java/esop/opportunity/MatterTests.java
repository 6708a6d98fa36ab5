package esop.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@EsopTest
class MatterTests extends OpportunityScene {

    @Test
    void anOpportunityAndItsOrderAreOneMatterFromWhicheverOneComes() {
        var id = atOrder();
        advance(id);
        var order = page(id).get("orderId").asText();
        await().until(() ->
                manager.get("/api/orders/" + order).json().get("state").asText().equals("completed"));

        var matter = matter(manager, id);
        assertThat(kinds(matter)).contains("opportunity", "agreement", "order", "service-order");
        assertThat(matter.at("/stations/0/number").asText()).isEqualTo(id);
        assertThat(matter.get("name").asText()).isEqualTo("专线扩容");
        assertThat(matter.get("customerId").asText()).isEqualTo(NANJING);
        assertThat(matter(manager, order).get("stations").findValuesAsText("number"))
                .isEqualTo(matter.get("stations").findValuesAsText("number"));
        assertThat(matter.get("timeline").findValuesAsText("text"))
                .as("what happened to either, in one line of time")
                .contains("录入泊云物流有限公司的商机，来源：客户经理")
                .anyMatch(text -> text.contains("受理"));
        assertThat(matter.get("timeline").findValuesAsText("at")).isSorted();
    }

    @Test
    void itSaysWhoHasItSinceWhenWhatIsNextAndWhenItIsDue() {
        var id = atRequirement();

        var now = matter(manager, id).at("/now/0");
        assertThat(now.get("doing").asText()).isEqualTo("确认需求");
        assertThat(now.get("holder").asText()).isEqualTo("周以宁");
        assertThat(now.get("claimed").asBoolean()).isTrue();
        assertThat(now.get("due").asText()).isGreaterThan(now.get("since").asText());
        assertThat(now.get("next")).isNotEmpty();

        var task = now.get("taskId").asText();
        assertThat(matter(manager, task).at("/stations/0/number").asText())
                .as("a task leads to its matter")
                .isEqualTo(id);
    }

    @Test
    void whoMayNotReadAPartDoesNotSeeIt() {
        var id = atOrder();
        advance(id);
        var order = page(id).get("orderId").asText();

        assertThat(kinds(matter(Caller.as("operations.nanjing"), order))).contains("order");
        assertThat(Caller.as("account-manager.suzhou").get("/api/matters/" + id).status())
                .isEqualTo(404);
        assertThat(Caller.as("account-manager.suzhou")
                        .get("/api/matters/" + order)
                        .status())
                .isEqualTo(404);
        assertThat(kinds(matter(Caller.as("planner"), order)))
                .as("reads opportunities and no orders")
                .containsExactly("opportunity", "agreement");
        assertThat(Caller.as("designer").get("/api/matters/" + order).status()).isEqualTo(404);
        assertThat(Caller.as("si.local").get("/api/matters/" + order).status()).isEqualTo(403);
        assertThat(manager.get("/api/matters/PO0000000000").status()).isEqualTo(404);
    }

    private static JsonNode matter(Caller who, String id) {
        var answer = who.get("/api/matters/" + id);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> kinds(JsonNode matter) {
        return StreamSupport.stream(matter.get("stations").spliterator(), false)
                .map(station -> station.get("kind").asText())
                .toList();
    }
}
