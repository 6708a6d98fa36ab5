package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import esop.workflow.WorkingTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class ProvisioningApiTests extends ProvisioningScene {

    @Autowired
    private WorkingTime workingTime;

    private final Caller operations = Caller.as("operations.nanjing").with("Accept-Language", "zh-CN");

    @Test
    void aFalloutIsWorkedOffThroughTheInbox() {
        sandbox.breaks("boss", "refuse", Map.of("times", 1));
        var opening = open("vpmn", "add");
        var task = awaitTask(opening, "resolveFallout").getId();
        var id = order(opening).openFallout();

        var listed = only(operations.get("/api/fallouts?state=open&q=" + id));
        assertThat(listed.get("fingerprint").asText()).startsWith("boss:activate:refused:");
        assertThat(listed.get("orderId").asText()).isEqualTo("PO" + opening.getBusinessKey());
        assertThat(listed.get("attempts").asInt()).isOne();
        assertThat(listed.get("due").asText()).isNotBlank();
        var shown = operations.get("/api/fallouts/" + id).json();
        assertThat(shown.at("/call/request/externalId").asText()).isEqualTo(opening.getBusinessKey() + ":activate:1");

        var form = operations.get("/api/tasks/" + task + "/form").json();
        assertThat(form.at("/data/errorName").asText()).isEqualTo("被拒绝");
        assertThat(form.at("/data/stepName").asText()).isEqualTo("开通");
        var english = operations
                .with("Accept-Language", "en")
                .get("/api/tasks/" + task + "/form")
                .json();
        assertThat(english.at("/data/errorName").asText()).isEqualTo("Was refused");
        assertThat(english.at("/data/systemName").asText()).isEqualTo("BOSS");
        assertThat(form.at("/data/requestText").asText()).contains(opening.getBusinessKey());
        assertThat(form.at("/data/falloutAnswers").findValuesAsText("value"))
                .containsExactly(
                        "retry", "correct", "manual", "skip", "roll-back-item", "renew", "roll-back-order", "abort");
        assertThat(english.at("/data/falloutAnswers/0/label").asText()).isEqualTo("Send again");
        assertThat(operations.post("/api/tasks/" + task + "/claim", Map.of()).status())
                .isEqualTo(200);
        var refused = operations.post("/api/tasks/" + task + "/complete", Map.of("data", Map.of("action", "manual")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("note");
        var resolved = operations.post("/api/tasks/" + task + "/complete", Map.of("data", Map.of("action", "retry")));
        assertThat(resolved.status()).isLessThan(300);

        awaitEnd(opening, "serviceOpened");
        var after = operations.get("/api/fallouts/" + id).json();
        assertThat(after.get("state").asText()).isEqualTo("resolved");
        assertThat(after.get("resolution").asText()).isEqualTo("retry");
        assertThat(after.get("resolver").asText()).isEqualTo("operations.nanjing");
    }

    @Test
    void aWorkOrderShowsAllItsFieldsAndWhoSignedItOff() {
        var opening = open("leased-line", "add");
        var task = awaitTask(opening, "signOffWorkOrder").getId();
        var id = order(opening).workOrders().get(0).id();

        assertThat(only(operations.get("/api/work-orders?stage=done&q=" + id))
                        .get("state")
                        .asText())
                .isEqualTo("inProgress");
        operations.post("/api/tasks/" + task + "/claim", Map.of());
        var signed = operations.post(
                "/api/tasks/" + task + "/complete", Map.of("data", Map.of("signOff", "accept", "note", "客户已签字")));
        assertThat(signed.status()).isLessThan(300);
        awaitEnd(opening, "serviceOpened");

        var work = operations.get("/api/work-orders/" + id).json();
        assertThat(work.get("state").asText()).isEqualTo("completed");
        assertThat(work.get("reviewer").asText()).isEqualTo("operations.nanjing");
        assertThat(work.get("review").asText()).isEqualTo("客户已签字");
        assertThat(work.get("description").asText()).contains("清枫里医院").contains("新开施工");
        for (var field : new String[] {
            "type",
            "unit",
            "serviceOrderId",
            "region",
            "customerId",
            "priority",
            "created",
            "dispatched",
            "executed",
            "completed",
            "due",
            "reminder",
            "dispatcher",
            "reviewed",
            "generation",
            "related"
        }) {
            assertThat(work.hasNonNull(field)).as(field).isTrue();
        }
        assertThat(workingTime.isWorking(Instant.parse(work.get("reminder").asText())))
                .isTrue();
        var service = operations
                .get("/api/service-orders/" + opening.getBusinessKey())
                .json();
        assertThat(service.get("state").asText()).isEqualTo("completed");
        assertThat(service.get("path").asText()).isEqualTo("path-eoms");
        assertThat(service.at("/workOrders/0/id").asText()).isEqualTo(id);
    }

    @Test
    void anotherCitysLooksLikeNone() {
        sandbox.breaks("eoms", "refuse", Map.of("times", 1, "operation", "resourceOrder.create"));
        var opening = open("leased-line", "add");
        var task = awaitTask(opening, "resolveFallout");
        var elsewhere = Caller.as("operations.suzhou");
        var fallout = order(opening).openFallout();
        var work = order(opening).workOrders().get(0).id();

        assertThat(elsewhere
                        .get("/api/service-orders/" + opening.getBusinessKey())
                        .status())
                .isEqualTo(404);
        assertThat(elsewhere
                        .get("/api/orders/service-orders/" + opening.getBusinessKey())
                        .status())
                .isEqualTo(404);
        assertThat(Caller.as("account-manager.nanjing")
                        .get("/api/orders/service-orders/" + opening.getBusinessKey())
                        .json()
                        .get("orderId")
                        .asText())
                .startsWith("PO");
        assertThat(elsewhere.get("/api/work-orders/" + work).status()).isEqualTo(404);
        assertThat(elsewhere.get("/api/fallouts/" + fallout).status()).isEqualTo(404);
        assertThat(elsewhere
                        .get("/api/fallouts?q=" + fallout)
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(elsewhere
                        .get("/api/work-orders?q=" + work)
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(elsewhere
                        .get("/api/work-orders?city=nanjing")
                        .json()
                        .get("total")
                        .asInt())
                .isZero();

        assertThat(elsewhere.get("/api/work-orders/export?q=" + work).body().lines())
                .as("the heading only")
                .hasSize(1);
        assertThat(operations.get("/api/work-orders/export?q=" + work).body())
                .contains(work)
                .contains("新开施工");
        var failing = operations.get("/api/work-orders?failing=true&open=true&q=" + work);
        assertThat(only(failing).get("openFallout").asText()).isEqualTo(fallout);

        complete(task, Map.of("action", "abort", "note", "测试结束"));
        awaitEnd(opening, "serviceNotOpened");
        for (var over : new String[] {"failing", "open"}) {
            assertThat(operations
                            .get("/api/work-orders?" + over + "=true&q=" + work)
                            .json()
                            .get("total")
                            .asInt())
                    .as(over)
                    .isZero();
        }
    }

    @Test
    void onlyWhoRunsProvisioningSeesIt() {
        for (var path : new String[] {"/api/fallouts", "/api/work-orders", "/api/service-orders/SO1"}) {
            assertThat(Caller.as("account-manager.nanjing").get(path).status()).isEqualTo(403);
            assertThat(Caller.anonymous().get(path).status()).isEqualTo(401);
        }
    }

    @Test
    void anUnknownSortOrderIsABadRequest() {
        assertThat(operations.get("/api/fallouts?sort=message").status()).isEqualTo(400);
        assertThat(operations.get("/api/work-orders?sort=due;drop,asc").status())
                .isEqualTo(400);
        assertThat(operations.get("/api/work-orders?sort=due,desc&size=5").status())
                .isEqualTo(200);
        assertThat(operations.get("/api/fallouts?late=true&sort=due,asc").status())
                .isEqualTo(200);
    }

    private static JsonNode only(Caller.Answer page) {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.json().get("total").asInt()).as(page.body()).isOne();
        return page.json().get("items").get(0);
    }
}
