package esop.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EsopTest
class IntakeMatterTests extends IntakeScene {

    @Test
    void anIntakeAndWhatCameOfItAreOneMatterFromWhicheverOneComes() {
        var id = entered(hotline, wish("opportunity", "leased-line"));
        must(act(hotline, id, "handle", Map.of("outcome", "opportunity")));
        var opportunity = page(id).get("opportunityId").asText();

        var matter = matter(manager, id);

        assertThat(matter.get("number").asText()).isEqualTo(id);
        assertThat(matter.get("name").asText()).startsWith("商机 · ");
        assertThat(matter.get("stations").findValuesAsText("number")).containsExactly(id, opportunity);
        assertThat(matter.at("/stations/0/page").asText()).isEqualTo("/intakes/" + id);
        assertThat(matter.get("timeline").findValuesAsText("subject")).contains(id, opportunity);
        assertThat(matter(manager, opportunity).get("stations"))
                .as("from the opportunity back to its intake")
                .isEqualTo(matter.get("stations"));
    }

    @Test
    void aTaskOfAnIntakeLeadsToItsMatter() {
        var id = atTheManager();
        var task = open(manager, id).get("id").asText();

        var matter = matter(manager, task);

        assertThat(matter.get("number").asText()).isEqualTo(id);
        assertThat(matter.at("/now/0/taskId").asText()).isEqualTo(task);
        assertThat(matter.at("/now/0/time/whole").asLong())
                .as("its time is counted as in the inbox")
                .isPositive()
                .isEqualTo(manager.get("/api/tasks/" + task)
                        .json()
                        .at("/time/whole")
                        .asLong());
        assertThat(chinese("account-manager.suzhou").get("/api/matters/" + id).status())
                .as("of another city")
                .isEqualTo(404);
    }

    @Test
    void whyItCameToItsChannelIsTheRowThatSaidSo() {
        var id = atTheManager();
        var task = open(manager, id).get("id").asText();

        var why = manager.get("/api/tasks/" + task + "/why").json().get(0);

        assertThat(why.get("decision").asText()).isEqualTo("intake-channel");
        assertThat(why.at("/rules/0").asText())
                .isEqualTo(page(id).at("/rule/rule").asText());
        assertThat(why.at("/inputs/contact").asText()).isEqualTo("hotline");
    }

    private static JsonNode matter(Caller who, String id) {
        var answer = who.get("/api/matters/" + id);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
