package esop.north;

import static esop.north.NorthScene.NANJING;
import static esop.north.NorthScene.SOON;
import static esop.north.NorthScene.SUZHOU;
import static esop.north.NorthScene.number;
import static esop.north.NorthScene.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.Caller;
import esop.EsopTest;
import esop.identity.DataScope;
import esop.sandbox.CallbackReceiver;
import esop.sandbox.CallbackReceiver.Received;
import esop.systems.SandboxClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The first level has services opened in this province through TMF641, and hears how far they are. */
@EsopTest
class ServiceOrderTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TmfSchema TMF641 = new TmfSchema("TMF641-ServiceOrdering-v4.1.0.swagger.json");
    private static final String API = "/tmf-api/serviceOrdering/v4";
    private static final String ORDERS = API + "/serviceOrder";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private ManagementService management;

    private final CallbackReceiver receiver = new CallbackReceiver();
    private final SandboxClient sandbox = new SandboxClient();
    private Caller firstLevel;
    private String listener;

    @BeforeEach
    void listen() {
        firstLevel = Caller.as("first-level-client").with("Accept-Language", "en");
        var registered = firstLevel.post(API + "/hub", Map.of("callback", receiver.url() + "/events"));
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        listener = registered.json().get("id").asText();
    }

    @AfterEach
    void close() {
        firstLevel.delete(API + "/hub/" + listener);
        receiver.close();
        sandbox.behaves("eoms", Map.of("answerAfterMs", 1500, "manual", false));
        management.activateJobDefinitionByProcessDefinitionKey("order", true);
    }

    @Test
    void aServiceIsOpenedAndEveryMilestoneHeardOf() {
        var number = number();
        var answer = firstLevel.post(ORDERS, order(number, NANJING, "vpmn"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        TMF641.holds("ServiceOrder", answer.json());
        assertThat(answer.header("Location"))
                .isEqualTo(answer.json().get("href").asText());

        await().atMost(SOON).until(() -> receiver.states(number).contains("completed"));
        var heard = receiver.about(number);
        heard.forEach(event -> TMF641.holds(event.json().get("eventType").asText(), event.json()));
        assertThat(types(heard))
                .containsExactly(
                        "ServiceOrderCreateEvent",
                        "ServiceOrderMilestoneStateChangeEvent",
                        "ServiceOrderStateChangeEvent",
                        "ServiceOrderMilestoneStateChangeEvent",
                        "ServiceOrderStateChangeEvent");
        assertThat(receiver.states(number))
                .containsExactly("acknowledged", "inProgress", "inProgress", "inProgress", "completed");

        var order = firstLevel.get(answer.json().get("href").asText()).json();
        TMF641.holds("ServiceOrder", order);
        assertThat(order.get("externalId").asText()).isEqualTo(number);
        assertThat(order.at("/serviceOrderItem/0/id").asText()).isEqualTo("s-1");
        assertThat(order.at("/serviceOrderItem/0/state").asText()).isEqualTo("completed");
        assertThat(order.get("milestone").findValuesAsText("name")).containsExactly("accepted", "begun", "opened");
        assertThat(order.get("jeopardyAlert")).isEmpty();
        assertThat(order.has("errorMessage")).isFalse();

        assertThat(firstLevel.post(ORDERS, order(number, NANJING, "vpmn")).status())
                .isEqualTo(200);
        refused(TMF641, firstLevel.post(ORDERS, order(number, NANJING, "adc")), 409, "conflict");
        assertThat(firstLevel.get(ORDERS + "?externalId=" + number).json()).hasSize(1);
    }

    @Test
    void ofANetworkWideLineTheSectionHereIsBuiltAndItsDangersAreHeardOfOnce() {
        sandbox.behaves("eoms", Map.of("manual", true));
        var number = number();
        var order = firstLevel
                .post(ORDERS, order(number, NANJING, "cross-province-line"))
                .json();
        var id = order.get("id").asText();
        await().atMost(SOON).until(() -> milestones(order.get("href").asText()).contains("dispatched"));
        var opened =
                Caller.as("account-manager.nanjing").get("/api/orders/" + id).json();
        assertThat(opened.at("/serviceOrders/0/path").asText()).isEqualTo("path-eoms");
        var work = opened.at("/serviceOrders/0/workOrders/0/id").asText();

        asSystem(() -> jdbc.sql(
                        "UPDATE ordering.product_order SET created = now() - interval '9 days', due = now() + interval '1 day' WHERE id = :id")
                .param("id", id)
                .update());
        asSystem(() -> jdbc.sql("UPDATE provisioning.work_order SET due = now() - interval '1 hour' WHERE id = :id")
                .param("id", work)
                .update());

        await().atMost(SOON).until(() -> alerts(number).size() == 2);
        alerts(number).forEach(event -> TMF641.holds("ServiceOrderJeopardyAlertEvent", event.json()));
        var endangered = firstLevel.get(order.get("href").asText()).json();
        TMF641.holds("ServiceOrder", endangered);
        assertThat(endangered.get("jeopardyAlert").findValuesAsText("id"))
                .containsExactlyInAnyOrder("atRisk:" + id, "overdue:" + work);
        assertThat(alerts(number)).hasSize(2);
    }

    @Test
    void whatWillBeLateByWhatIsUsualIsHeardOfBeforeItIs() {
        sandbox.behaves("eoms", Map.of("manual", true));
        var number = number();
        var order = firstLevel
                .post(ORDERS, order(number, NANJING, "cross-province-line"))
                .json();
        var id = order.get("id").asText();
        await().atMost(SOON).until(() -> milestones(order.get("href").asText()).contains("dispatched"));

        asSystem(() -> jdbc.sql("""
                        INSERT INTO provisioning.at_risk (subject, product_order_id, city, step, due, expected, cases)
                        VALUES (:id, :id, 'nanjing', 'construct', now() + interval '49 hours 1 minute', now() + interval '76 hours 1 minute', 36)
                        """).param("id", id).update());

        await().atMost(SOON).until(() -> alerts(number).size() == 1);
        alerts(number).forEach(event -> TMF641.holds("ServiceOrderJeopardyAlertEvent", event.json()));
        var endangered = firstLevel
                .with("Accept-Language", "en")
                .get(order.get("href").asText())
                .json();
        TMF641.holds("ServiceOrder", endangered);
        assertThat(endangered.at("/jeopardyAlert/0/id").asText()).isEqualTo("atRisk:" + id);
        assertThat(endangered.at("/jeopardyAlert/0/message").asText())
                .isEqualTo(id + " usually still needs 3 d 4 h, with 2 d 1 h left (from 36 cases)");
        assertThat(alerts(number)).hasSize(1);
    }

    @Test
    void whatAUnitSaysOfItsWorkIsPassedOn() {
        sandbox.behaves("eoms", Map.of("manual", true));
        var number = number();
        var order = firstLevel
                .post(ORDERS, order(number, NANJING, "cross-province-line"))
                .json();
        var address = order.get("href").asText();
        await().atMost(SOON).until(() -> milestones(address).contains("dispatched"));
        var page = "/api/orders/" + order.get("id").asText();
        var manager = Caller.as("account-manager.nanjing").with("Accept-Language", "en");
        var work =
                manager.get(page).json().at("/serviceOrders/0/workOrders/0/id").asText();
        var step = work + ":construct:1";

        sandbox.says("eoms", "resourceOrder", step, Map.of("alert", "a cable was cut"));
        await().atMost(SOON).until(() -> alerts(number).size() == 1);
        assertThat(alerts(number).get(0).json().get("description").asText()).isEqualTo("a cable was cut");
        sandbox.says("eoms", "resourceOrder", step, Map.of("milestone", "ducts laid"));
        await().atMost(SOON).until(() -> milestones(address).contains("reached"));
        sandbox.says("eoms", "resourceOrder", step, Map.of("expected", "2031-01-02T03:04:05Z"));
        await().atMost(SOON)
                .until(() -> firstLevel
                        .get(address)
                        .json()
                        .get("expectedCompletionDate")
                        .asText()
                        .equals("2031-01-02T03:04:05Z"));
        sandbox.says("eoms", "resourceOrder", step, Map.of("wanted", "which room?"));
        await().atMost(SOON)
                .until(() -> types(receiver.about(number)).contains("ServiceOrderInformationRequiredEvent"));

        var endangered = firstLevel.get(address).json();
        TMF641.holds("ServiceOrder", endangered);
        assertThat(endangered.at("/jeopardyAlert/0/jeopardyType").asText()).isEqualTo("reported");
        assertThat(endangered.at("/jeopardyAlert/0/message").asText()).isEqualTo("a cable was cut");
        var outlook = manager.get(page).json().at("/serviceOrders/0/workOrders/0/outlook");
        assertThat(outlook.get("alert").asText()).isEqualTo("a cable was cut");
        assertThat(outlook.get("milestone").asText()).isEqualTo("ducts laid");
        assertThat(outlook.get("expected").asText()).isEqualTo("2031-01-02T03:04:05Z");
        assertThat(manager.get(page + "/timeline").body())
                .containsOnlyOnce("may be late: a cable was cut")
                .contains("reports progress of " + work + ": ducts laid")
                .contains("to be done: 2031-01-02 11:04")
                .contains("needs information about " + work + ": which room?");
        assertThat(alerts(number)).hasSize(1);
    }

    @Test
    void whatWentWrongIsSaidAndWhatIsMissingIsAskedFor() {
        sandbox.behaves("eoms", Map.of("manual", true));
        var number = number();
        var order = firstLevel
                .post(ORDERS, order(number, NANJING, "cross-province-line"))
                .json();
        await().atMost(SOON).until(() -> milestones(order.get("href").asText()).contains("dispatched"));
        var opened = Caller.as("account-manager.nanjing")
                .get("/api/orders/" + order.get("id").asText())
                .json();
        var step = opened.at("/serviceOrders/0/workOrders/0/id").asText() + ":construct:1";
        sandbox.answers("eoms", "resourceOrder", step, "reject", "address unknown");

        await().atMost(SOON)
                .until(() -> types(receiver.about(number)).contains("ServiceOrderInformationRequiredEvent"));
        var asked =
                receiver.about(number).get(receiver.about(number).size() - 1).json();
        TMF641.holds("ServiceOrderInformationRequiredEvent", asked);
        assertThat(asked.get("description").asText()).isEqualTo("address unknown");
        var held = firstLevel.get(order.get("href").asText()).json();
        TMF641.holds("ServiceOrder", held);
        assertThat(held.get("state").asText()).isEqualTo("held");
        assertThat(held.at("/errorMessage/message").asText()).isEqualTo("address unknown");
    }

    @Test
    void aServiceOrderIsWithdrawn() {
        management.suspendJobDefinitionByProcessDefinitionKey("order", true);
        var id = firstLevel
                .post(ORDERS, order(number(), NANJING, "vpmn"))
                .json()
                .get("id")
                .asText();
        var task = firstLevel.post(API + "/cancelServiceOrder", cancellation(id));
        assertThat(task.status()).as(task.body()).isEqualTo(201);
        TMF641.holds("CancelServiceOrder", task.json());
        assertThat(task.json().get("state").asText()).isEqualTo("accepted");
        management.activateJobDefinitionByProcessDefinitionKey("order", true);
        await().atMost(SOON)
                .until(() -> firstLevel
                        .get(ORDERS + "/" + id)
                        .json()
                        .get("state")
                        .asText()
                        .equals("cancelled"));
        TMF641.holds("ServiceOrder", firstLevel.get(ORDERS + "/" + id).json());

        var late =
                firstLevel.post(API + "/cancelServiceOrder", cancellation(id)).json();
        assertThat(late.get("state").asText()).isEqualTo("terminatedWithError");
        assertThat(task.header("Location")).isEqualTo(task.json().get("href").asText());
        var address = URI.create(task.header("Location")).getPath();
        var done = firstLevel.get(address).json();
        TMF641.holds("CancelServiceOrder", done);
        assertThat(done.get("state").asText()).isEqualTo("done");
        assertThat(done.at("/serviceOrder/href").asText()).endsWith(ORDERS + "/" + id);
        var tasks = firstLevel.get(API + "/cancelServiceOrder?serviceOrder.id=" + id);
        tasks.json().forEach(one -> TMF641.holds("CancelServiceOrder", one));
        assertThat(tasks.json().findValuesAsText("state")).containsExactly("terminatedWithError", "done");
        assertThat(tasks.header("X-Total-Count")).isEqualTo("2");
        assertThat(firstLevel
                        .get(API + "/cancelServiceOrder?state=done&serviceOrder.id=" + id)
                        .json())
                .hasSize(1);
        var suzhou = Caller.as("account-manager.suzhou").with("Accept-Language", "en");
        refused(TMF641, suzhou.get(address), 404, "unknown");
        refused(TMF641, firstLevel.post(API + "/cancelServiceOrder", Map.of()), 400, "bad-request");
        var product = NorthScene.place(firstLevel, NANJING, "vpmn");
        refused(TMF641, firstLevel.post(API + "/cancelServiceOrder", cancellation(product)), 422, "invalid");
    }

    @Test
    void onlyServiceOrdersOfOnesOwnCitiesAreSeen() {
        var id = firstLevel
                .post(ORDERS, order(number(), SUZHOU, "vpmn"))
                .json()
                .get("id")
                .asText();
        var product = NorthScene.place(firstLevel, NANJING, "vpmn");
        var list =
                firstLevel.get(ORDERS + "?limit=100&relatedParty.id=" + SUZHOU).json();
        list.forEach(order -> TMF641.holds("ServiceOrder", order));
        assertThat(list.findValuesAsText("href")).contains(ORDERS + "/" + id);
        assertThat(firstLevel
                        .get(ORDERS + "?limit=100&relatedParty.id=" + NANJING)
                        .body())
                .doesNotContain(product);
        refused(TMF641, firstLevel.get(ORDERS + "/" + product), 404, "unknown");

        var nanjing = Caller.as("account-manager.nanjing").with("Accept-Language", "en");
        refused(TMF641, nanjing.get(ORDERS + "/" + id), 404, "unknown");
        assertThat(nanjing.get(ORDERS + "?limit=100").body()).doesNotContain(id);
        refused(TMF641, nanjing.post(API + "/cancelServiceOrder", cancellation(id)), 422, "invalid");
        refused(TMF641, nanjing.post(ORDERS, order(number(), SUZHOU, "vpmn")), 422, "invalid");
        refused(TMF641, firstLevel.json("PATCH", ORDERS + "/" + id, Map.of("priority", "0")), 405, "method");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/serviceOrderItem                                   | 400 | serviceOrderItem: is missing",
                "/serviceOrderItem/0/service/serviceSpecification    | 400 | serviceOrderItem[0].service.serviceSpecification.id: is missing",
                "/serviceOrderItem/0/service/serviceSpecification/id | 400 | serviceOrderItem[0].service.serviceSpecification.id: is missing",
                "/serviceOrderItem/0/service                         | 400 | serviceOrderItem[0].service.serviceSpecification.id: is missing",
                "/serviceOrderItem/0/id                              | 400 | serviceOrderItem[0].id: is missing",
                "/relatedParty                                       | 400 | relatedParty: exactly one party with the role customer",
            })
    void whatIsMissingIsNamedAtItsAttribute(String place, int status, String message) {
        var order = order(number(), NANJING, "vpmn");
        ((ObjectNode) order.at(place.substring(0, place.lastIndexOf('/'))))
                .remove(place.substring(place.lastIndexOf('/') + 1));
        var answer = firstLevel.post(ORDERS, order);
        refused(TMF641, answer, status, "bad-request");
        assertThat(answer.json().get("message").asText()).contains(message);
    }

    @Test
    void whatCannotBeHadIsNamedAtItsAttribute() {
        var unknown = firstLevel.post(ORDERS, order(number(), NANJING, "teleport"));
        refused(TMF641, unknown, 422, "invalid");
        assertThat(unknown.json().get("message").asText())
                .contains("serviceOrderItem[0].service.serviceSpecification.id: there is no product");
        var wrong = order(number(), NANJING, "vpmn");
        ((ObjectNode) wrong.at("/serviceOrderItem/0/service"))
                .putArray("serviceCharacteristic")
                .addObject()
                .put("name", "memberCount")
                .put("value", -1);
        var refusal = firstLevel.post(ORDERS, wrong);
        refused(TMF641, refusal, 422, "invalid");
        assertThat(refusal.json().get("message").asText())
                .contains("serviceOrderItem[0].service.serviceCharacteristic.memberCount");
    }

    private List<String> milestones(String href) {
        return firstLevel.get(href).json().get("milestone").findValuesAsText("name");
    }

    private List<Received> alerts(String number) {
        return receiver.about(number).stream()
                .filter(event -> event.json().get("eventType").asText().equals("ServiceOrderJeopardyAlertEvent"))
                .toList();
    }

    private static List<String> types(List<Received> events) {
        return events.stream()
                .map(event -> event.json().get("eventType").asText())
                .toList();
    }

    private void asSystem(Runnable work) {
        DataScope.asSystem(() -> transaction.executeWithoutResult(status -> work.run()));
    }

    private static JsonNode cancellation(String id) {
        var body = JSON.createObjectNode().put("cancellationReason", "the group has moved");
        body.putObject("serviceOrder").put("id", id);
        return body;
    }

    private static ObjectNode order(String number, String customer, String product) {
        var order = JSON.createObjectNode().put("externalId", number).put("@type", "ServiceOrder");
        NorthScene.customer(order, customer);
        var item =
                order.putArray("serviceOrderItem").addObject().put("id", "s-1").put("action", "add");
        item.putObject("service").putObject("serviceSpecification").put("id", product);
        return order;
    }
}
