package esop.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import org.junit.jupiter.api.Test;

@EsopTest
class CancellationMatterTests extends CancellationScene {

    @Test
    void whatWasAgreedAndWhatEndsItAreOneMatterFromWhicheverOneComes() {
        var adc = bound("adc");
        var id = leaves(adc);
        must(settle(id, "pay", null));
        awaitState(id, "completed");
        var ending = page(id).get("orderId").asText();

        var matter = matter(manager, id);

        assertThat(matter.get("stations").findValuesAsText("number"))
                .containsSubsequence("OP-" + adc.subscription(), id, ending)
                .contains(adc.order());
        assertThat(matter.get("timeline").findValuesAsText("text")).contains("客户全额支付违约金 1,620.00 元");
        assertThat(matter(manager, adc.order()).get("stations").findValuesAsText("number"))
                .as("from the order that began it")
                .containsExactlyInAnyOrderElementsOf(matter.get("stations").findValuesAsText("number"));
        assertThat(matter(manager, ending).get("stations").findValuesAsText("number"))
                .as("from the order that ended it")
                .containsExactlyInAnyOrderElementsOf(matter.get("stations").findValuesAsText("number"));
        assertThat(Caller.as("account-manager.suzhou").get("/api/matters/" + id).status())
                .isEqualTo(404);
    }

    @Test
    void whoeverApprovesAWaiverFindsTheCase() {
        var id = asksToWaive(1_000.0, bound("adc"));
        var task = task(approver, id);

        var matter = matter(approver, task.get("id").asText());
        assertThat(matter.get("stations").findValuesAsText("number")).contains(id);
        assertThat(matter.get("timeline").findValuesAsText("text")).anyMatch(text -> text.contains("客户仍要"));

        var callers = approver.get("/api/instances/" + task.get("instanceId").asText() + "/diagram")
                .json()
                .get("callers");
        assertThat(callers.findValuesAsText("nameEn")).containsExactly("Service cancellation", "Penalty settlement");
        assertThat(callers.get(0).get("instanceId").asText())
                .isEqualTo(page(id).get("instanceId").asText());
    }

    @Test
    void whyAWaiverCameToItsApproverIsTheRowThatSaidSo() {
        var id = asksToWaive(1_000.0, bound("adc"));
        var task = task(approver, id).get("id").asText();

        var why = approver.get("/api/tasks/" + task + "/why").json().get(0);

        assertThat(why.get("decision").asText()).isEqualTo("cancellation-approvers");
        assertThat(why.get("rules")).isNotEmpty();
        assertThat(why.at("/inputs/waived").asDouble()).isEqualTo(1_000);
    }

    private static JsonNode matter(Caller who, String id) {
        var answer = who.get("/api/matters/" + id);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
