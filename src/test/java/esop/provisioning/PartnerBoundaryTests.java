package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a partner's people see: the work of their own partner, and nothing else of ESOP. */
@EsopTest
class PartnerBoundaryTests extends ProvisioningScene {

    private static final String ORDERS = "/api/partner/work-orders";
    private static final String CUSTOMER = "C320100002";

    private final Caller local = Caller.as("si.local").with("Accept-Language", "en");
    private final Caller yanlian = Caller.as("si.yanlian");

    @Test
    void aPartnerSeesItsOwnWorkAndNobodyElses() {
        var opening = openFor("mobile-mail", "add", CUSTOMER);
        awaitTask(opening, "agreeVisit");
        var work = workOrder(opening);

        assertThat(ids(local.get(ORDERS + "?size=100&sort=created,desc"))).contains(work);
        var own = local.get(ORDERS + "/" + work);
        assertThat(own.status()).as(own.body()).isEqualTo(200);
        assertThat(own.json().at("/order/stage").asText()).isEqualTo("dispatched");
        assertThat(own.json().at("/order/late").asBoolean()).isFalse();
        assertThat(own.json().path("taskId").asText()).isNotBlank();
        assertThat(own.json().at("/order/place").asText()).contains("泊云路");

        assertThat(ids(yanlian.get(ORDERS + "?size=100&sort=created,desc"))).doesNotContain(work);
        assertThat(yanlian.get(ORDERS + "/" + work).status()).isEqualTo(404);
        assertThat(yanlian.post(ORDERS + "/" + work + "/contact", Map.of()).status())
                .isEqualTo(404);
        assertThat(yanlian.get("/api/tasks/" + own.json().path("taskId").asText() + "/form")
                        .status())
                .isEqualTo(403);
        assertThat(local.get(ORDERS + "/WO9999999999").status()).isEqualTo(404);
    }

    @Test
    void aPartnersPeopleAreToldToHurryWhereTheyWork() {
        var opening = openFor("mobile-mail", "add", CUSTOMER);
        var task = awaitTask(opening, "agreeVisit");
        var work = "/api/work-orders/" + workOrder(opening);
        var operations = Caller.as("operations.nanjing");

        var urged = operations.post(work + "/expedite", Map.of("note", "客户明日开业"));

        assertThat(urged.status()).as(urged.body()).isEqualTo(200);
        assertThat(operations.get(work).json().at("/log/0/state").asText()).isEqualTo("done");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getPriority())
                .isLessThan(task.getPriority());
        assertThat(local.get("/api/notices?unseen=true").body()).contains("客户明日开业", task.getId());
    }

    @Test
    void whatAPartnerHasRefusedItStillSeesAndWhatTheNextOneDoesNot() {
        var opening = open("mobile-mail", "add");
        complete(awaitTask(opening, "agreeVisit"), Map.of("decision", "refuse", "reason", "本周人员已满"));
        awaitTask(opening, "signOffWorkOrder");
        var refused = order(opening).workOrders().get(0).id();
        var second = order(opening).workOrders().get(1).id();

        assertThat(local.get(ORDERS + "/" + refused).json().at("/order/refusal").asText())
                .isEqualTo("本周人员已满");
        assertThat(local.get(ORDERS + "/" + second).status()).isEqualTo(404);
        assertThat(yanlian.get(ORDERS + "/" + second).status()).isEqualTo(200);
        assertThat(ids(local.get(ORDERS + "?open=true&size=100&sort=created,desc")))
                .doesNotContain(refused);
    }

    @Test
    void aPartnerReadsWhatItIsToInstallOnItsPageAndInItsForms() {
        var id = recorded("mobile-mail", "add");
        var opening = asSystem(() -> {
            jdbc.sql("UPDATE provisioning.service_order SET characteristics = :chosen::jsonb WHERE id = :id")
                    .param("chosen", "{\"domain\": \"boyun.example\", \"mailboxes\": 35, \"capacity\": \"20G\"}")
                    .param("id", id)
                    .update();
            jdbc.sql("UPDATE ordering.product_order SET note = '前台登记后上楼' WHERE id = :order")
                    .param("order", "PO" + id)
                    .update();
            return engine.startProcessInstanceByKey("service-order", id, Map.of("serviceOrderId", id));
        });
        awaitTask(opening, "agreeVisit");

        var page = local.get(ORDERS + "/" + workOrder(opening)).json();
        assertThat(page.at("/characteristics").findValuesAsText("labelEn"))
                .containsExactly("Mailboxes", "Size of a mailbox", "Mail domain");
        assertThat(page.at("/characteristics/1/valueLabelEn").asText()).isEqualTo("20 GB");
        assertThat(page.path("note").asText()).isEqualTo("前台登记后上楼");
        assertThat(page.path("wantedBy").asText()).isNotBlank();

        var form = "/api/tasks/" + page.path("taskId").asText() + "/form";
        assertThat(local.get(form).json().at("/data/wanted").asText())
                .isEqualTo("Mailboxes: 35 mailboxes\nSize of a mailbox: 20 GB\nMail domain: boyun.example");
        var chinese = local.with("Accept-Language", "zh-CN").get(form).json();
        assertThat(chinese.at("/data/wanted").asText()).isEqualTo("邮箱数：35 个\n单箱容量：20 GB\n邮箱域名：boyun.example");
        assertThat(chinese.at("/data/orderNote").asText()).isEqualTo("前台登记后上楼");
        assertThat(chinese.at("/data/wantedBy").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
    }

    @Test
    void theContactIsHiddenUntilItIsAskedForAndThatIsRecorded() {
        var opening = openFor("mobile-mail", "add", CUSTOMER);
        awaitTask(opening, "agreeVisit");
        var work = workOrder(opening);

        var hidden = local.get(ORDERS + "/" + work).json().path("contact");
        assertThat(hidden.path("name").asText()).matches("\\p{IsHan}\\*");
        assertThat(hidden.path("phone").asText()).matches("\\d{3}\\*{4}\\d{4}");
        assertThat(local.get(ORDERS).body()).doesNotContain("phone");

        var told = local.post(ORDERS + "/" + work + "/contact", Map.of());
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.json().path("phone").asText()).matches("1\\d{10}");
        assertThat(told.json().path("name").asText())
                .startsWith(hidden.path("name").asText().substring(0, 1));
        assertThat(asSystem(() -> jdbc.sql("""
                                SELECT count(*) FROM identity.audit_log
                                WHERE person = 'si.local' AND action = 'partner.contact-revealed' AND subject = :subject
                                """)
                        .param("subject", "work-order/" + work)
                        .query(Integer.class)
                        .single()))
                .isOne();

        complete(awaitTask(opening, "agreeVisit"), Map.of("decision", "refuse", "reason", "本周人员已满"));
        awaitTask(opening, "signOffWorkOrder");
        assertThat(local.post(ORDERS + "/" + work + "/contact", Map.of()).status())
                .isEqualTo(409);
    }

    @Test
    void theWorkIsDoneThroughTheTasksOfTheOrder() {
        var opening = openFor("mobile-mail", "add", CUSTOMER);
        awaitTask(opening, "agreeVisit");
        var work = workOrder(opening);

        assertThat(answer(work, Map.of("decision", "confirm")).status()).isEqualTo(400);
        assertThat(answer(work, Map.of("decision", "refuse")).status()).isEqualTo(400);
        var agreed = answer(
                work,
                Map.of(
                        "decision",
                        "confirm",
                        "visitDate",
                        LocalDate.now().plusDays(2).toString(),
                        "visitHours",
                        "afternoon"));
        assertThat(agreed.status()).as(agreed.body()).isEqualTo(200);
        awaitTask(opening, "carryOutInstallation");
        assertThat(local.get(ORDERS + "/" + work).json().at("/order/visitFrom").asText())
                .endsWith("T05:30:00Z");
        assertThat(answer(work, Map.of("result", "done")).status()).isEqualTo(400);
        assertThat(answer(work, Map.of("result", "failed")).status()).isEqualTo(422);
        assertThat(answer(work, Map.of("result", "done", "signature", "王先生")).status())
                .isEqualTo(200);

        awaitTask(opening, "signOffWorkOrder");
        var done = local.get(ORDERS + "/" + work).json();
        assertThat(done.path("signature").asText()).isEqualTo("王先生");
        assertThat(done.path("taskId").isNull()).isTrue();
    }

    @Test
    void operationsSeeWhyThePartnerWasChosen() {
        var opening = openFor("mobile-mail", "add", CUSTOMER);
        awaitTask(opening, "agreeVisit");
        var address = "/api/work-orders/" + workOrder(opening) + "/installation";

        var why = Caller.as("operations.nanjing").get(address).json();
        assertThat(why.path("partnerName").asText()).isEqualTo("听澜科技");
        assertThat(why.path("rule").asText()).isEqualTo("mailLocal");
        assertThat(why.path("reason").asText()).isEqualTo("手机邮箱默认由听澜科技安装");
        assertThat(why.path("ruleVersion").asInt()).isPositive();
        assertThat(Caller.as("operations.suzhou").get(address).status()).isEqualTo(404);
        assertThat(local.get(address).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/orders",
                "/api/work-orders",
                "/api/service-orders",
                "/api/fallouts",
                "/api/customers",
                "/api/calls",
                "/api/instances",
                "/api/processes",
                "/api/people",
                "/api/decisions"
            })
    void nothingElseIsOpenToAPartner(String address) {
        assertThat(local.get(address).status()).isEqualTo(403);
    }

    @Test
    void aPartnersMenuHasItsWorkOrdersOnlyAndOurOwnPeopleHaveNone() {
        var me = local.get("/api/me").json();
        assertThat(StreamSupport.stream(me.path("modules").spliterator(), false).map(JsonNode::asText))
                .containsExactly("partner");
        assertThat(me.path("home").asText()).isEqualTo("/partner");
        assertThat(Caller.as("operations.nanjing").get(ORDERS).status()).isEqualTo(403);
        assertThat(Caller.anonymous().get(ORDERS).status()).isEqualTo(401);
    }

    private Caller.Answer answer(String work, Map<String, Object> data) {
        var task = local.get(ORDERS + "/" + work).json().path("taskId").asText();
        return local.post("/api/tasks/" + task + "/complete", Map.of("data", data));
    }

    private static List<String> ids(Caller.Answer page) {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return StreamSupport.stream(page.json().path("items").spliterator(), false)
                .map(item -> item.path("id").asText())
                .toList();
    }
}
