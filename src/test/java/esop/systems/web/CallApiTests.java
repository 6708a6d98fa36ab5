package esop.systems.web;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.EsopTest;
import esop.systems.calls.CallScene;
import esop.systems.calls.CallState;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@EsopTest
class CallApiTests extends CallScene {

    @Test
    void operationsReadsACallWithItsLogAndCallbacks() {
        order(step);
        awaitTold(esop.systems.StepAnswered.State.COMPLETED);

        var call = Caller.as("operations.nanjing").get("/api/calls/" + step.key());

        assertThat(call.status()).isEqualTo(200);
        assertThat(call.json().path("state").asText()).isEqualTo("DONE");
        assertThat(call.json().path("request").path("externalId").asText()).isEqualTo(step.key());
        assertThat(call.json().path("answer").path("id").asText()).startsWith("EOMS-RO-");
        assertThat(call.json().path("log")).hasSize(1);
        assertThat(call.json().path("callbacks")).hasSize(2);
    }

    @Test
    void anotherCitysCallIsAsUnknownAsNone() {
        activate(step);
        awaitCall(step, CallState.DONE);
        var suzhou = Caller.as("operations.suzhou");

        var theirs = suzhou.get("/api/calls/" + step.key());
        var none = suzhou.get("/api/calls/NONE:probe:1");

        assertThat(theirs.status()).isEqualTo(404);
        assertThat(theirs.body().replace(step.key(), "")).isEqualTo(none.body().replace("NONE:probe:1", ""));
        assertThat(suzhou.get("/api/calls?aggregate=" + aggregate)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void callsAreListedByWhatOneAsksFor() {
        activate(step);
        awaitCall(step, CallState.DONE);
        var operations = Caller.as("operations.nanjing");

        var found = operations.get("/api/calls?aggregate=" + aggregate + "&system=boss&state=DONE&sort=created,desc");
        assertThat(found.json().path("total").asInt()).isEqualTo(1);
        assertThat(found.json().path("items").get(0).path("key").asText()).isEqualTo(step.key());
        assertThat(operations
                        .get("/api/calls?aggregate=" + aggregate + "&state=DEAD")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(operations.get("/api/calls?state=NONSENSE").status()).isEqualTo(400);
        assertThat(operations.get("/api/calls?sort=payload").status()).isEqualTo(400);
    }

    @Test
    void systemsShowWhatIsNotThrough() {
        policy("*", 1, "PT0.1S");
        sandbox.breaks("boss", "error500", Map.of("operation", "service.create"));
        var before = boss("operations.nanjing").path("failed").asInt();
        var suzhouBefore = boss("operations.suzhou").path("failed").asInt();
        activate(step);
        awaitCall(step, CallState.DEAD);

        var boss = boss("operations.nanjing");
        assertThat(boss.path("failed").asInt()).isEqualTo(before + 1);
        assertThat(boss.path("breaker").asText()).isIn("closed", "open", "half-open");
        assertThat(boss.path("nameEn").asText()).contains("BOSS");
        assertThat(boss("operations.suzhou").path("failed").asInt()).isEqualTo(suzhouBefore);
    }

    @Test
    void whoeverHasNoBusinessWithCallsSeesNone() {
        assertThat(Caller.as("account-manager.nanjing").get("/api/calls").status())
                .isEqualTo(403);
        assertThat(Caller.anonymous().get("/api/calls").status()).isEqualTo(401);
        assertThat(Caller.anonymous().get("/api/systems").status()).isEqualTo(401);
    }

    private static com.fasterxml.jackson.databind.JsonNode boss(String person) {
        var systems = Caller.as(person).get("/api/systems").json();
        return StreamSupport.stream(systems.spliterator(), false)
                .filter(system -> system.path("id").asText().equals("boss"))
                .findFirst()
                .orElseThrow();
    }
}
