package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What will be late by what is usual, of a product that only this test has. */
@EsopTest
class RiskTests extends ProvisioningScene {

    private final String product = "p-" + UUID.randomUUID();
    private final Caller operations = Caller.as("operations.nanjing");
    private Instant due = Instant.now().plus(Duration.ofDays(30));

    @Autowired
    private UsualTimes usual;

    @Autowired
    private StoredRisks risks;

    @Autowired
    private RiskWatch watch;

    @Test
    void whatUsuallyTakesLongerThanIsLeftIsAtRiskLongBeforeItIsDue() {
        finished(10, Duration.ofDays(3));
        var order = underWay(Duration.ofHours(1), Duration.ofDays(2));

        judge();

        var risk = ofOrder(order);
        assertThat(risk.step()).isEqualTo("construct");
        assertThat(risk.cases()).isEqualTo(10);
        assertThat(risk.expected()).isCloseTo(Instant.now().plus(Duration.ofHours(71)), within(1, ChronoUnit.MINUTES));
        assertThat(risk.needs(Instant.now())).isGreaterThan(risk.left(Instant.now()));
        assertThat(listed("/api/orders?atRisk=true&q=" + order)
                        .at("/items/0/risk/cases")
                        .asInt())
                .isEqualTo(10);
        var page = operations.get("/api/orders/" + order).json();
        assertThat(page.get("late").asBoolean()).isFalse();
        assertThat(page.at("/risk/expected").asText()).isNotBlank();
        assertThat(listed("/api/work-orders?atRisk=true&orderId=" + order)
                        .at("/items/0/expectedFrom")
                        .asInt())
                .isEqualTo(10);
        assertThat(Caller.as("operations.suzhou")
                        .get("/api/orders?atRisk=true&q=" + order)
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void whatHasTimeEnoughIsNotAndNeitherIsWhatHasTooFewCases() {
        finished(9, Duration.ofDays(3));
        var rare = underWay(Duration.ofHours(1), Duration.ofDays(2));
        judge();
        assertThat(risks(rare)).isEmpty();

        finished(1, Duration.ofDays(3));
        var timely = underWay(Duration.ofHours(1), Duration.ofDays(4));
        judge();

        assertThat(risks(rare)).isNotEmpty();
        assertThat(risks(timely)).isEmpty();
        assertThat(operations.get("/api/orders/" + timely).json().hasNonNull("risk"))
                .isFalse();
    }

    @Test
    void aStepThatTakesUnusuallyLongIsGivenWhatNineOfTenNeed() {
        for (var days = 1; days <= 11; days++) {
            finished(1, Duration.ofDays(days));
        }
        var order = underWay(Duration.ofDays(7), Duration.ofDays(2));

        judge();

        assertThat(ofOrder(order).expected())
                .isCloseTo(Instant.now().plus(Duration.ofDays(3)), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void whatHasNotBegunIsToComeOnTopOfThat() {
        finished(10, Duration.ofDays(1));
        var order = underWay(Duration.ofHours(1), Duration.ofDays(2));
        judge();
        assertThat(risks(order)).isEmpty();

        serviceOrder(order, "acknowledged", 1, null, null);
        serviceOrder(order, "acknowledged", 2, null, null);
        judge();

        assertThat(ofOrder(order).expected())
                .isCloseTo(Instant.now().plus(Duration.ofHours(71)), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void whatIsOverIsAtRiskNoMore() {
        finished(10, Duration.ofDays(3));
        var order = underWay(Duration.ofHours(1), Duration.ofDays(2));
        judge();
        assertThat(risks(order)).hasSize(2);

        asSystem(() -> jdbc.sql("""
                        UPDATE provisioning.service_order SET state = 'completed', completed = now() WHERE product_order_id = :order
                        """).param("order", order).update());
        asSystem(() -> jdbc.sql("UPDATE provisioning.work_order SET state = 'archived' WHERE product_order_id = :order")
                .param("order", order)
                .update());
        watch.look();

        assertThat(risks(order)).isEmpty();
    }

    private void judge() {
        asSystem(() -> {
            usual.refresh(List.of(product), 200);
            risks.judge(10);
            return null;
        });
    }

    private List<Risks.Risk> risks(String order) {
        return asSystem(() -> risks.ofOrders(List.of(order)));
    }

    private Risks.Risk ofOrder(String order) {
        return risks(order).stream()
                .filter(risk -> risk.subject().equals(order))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode listed(String address) {
        var list = operations.get(address).json();
        assertThat(list.get("total").asInt()).as(address).isEqualTo(1);
        return list;
    }

    /** Each of them took that long from the construction's beginning on. */
    private void finished(int cases, Duration took) {
        for (var i = 0; i < cases; i++) {
            var order = "PO" + UUID.randomUUID();
            var began = Instant.now().minus(took).minus(Duration.ofDays(20));
            var id = serviceOrder(order, "completed", 0, began, began.plus(took));
            step(id, began);
            work(order, id, "archived", began, began.plus(took));
        }
    }

    /** Its construction has been under way for so long, and it is due in so long. */
    private String underWay(Duration since, Duration left) {
        var order = "PO" + UUID.randomUUID();
        asSystem(() -> {
            productOrder(order, product, "add");
            jdbc.sql(
                            "INSERT INTO web.searchable (kind, id, city, content) VALUES ('order', :id, 'nanjing', lower(:id))")
                    .param("id", order)
                    .update();
            return jdbc.sql("""
                            UPDATE ordering.product_order SET due = now() + CAST(:left AS interval), search = lower(id) WHERE id = :id
                            """)
                    .param("left", left.toString())
                    .param("id", order)
                    .update();
        });
        var began = Instant.now().minus(since);
        due = Instant.now().plus(left);
        var id = serviceOrder(order, "inProgress", 0, began, null);
        step(id, began);
        work(order, id, "executing", began, null);
        return order;
    }

    private String serviceOrder(String order, String state, int level, Instant started, Instant completed) {
        var id = "SO" + UUID.randomUUID();
        asSystem(() -> jdbc.sql("""
                        INSERT INTO provisioning.service_order (
                            id, name, source, type, state, product_order_id, order_item_id, city, customer_id, customer_name, customer_level,
                            product, characteristics, level, depends_on, priority, requested_completion, started, completed)
                        VALUES (
                            :id, '试', 'product-order', 'add', :state, :order, '1', 'nanjing', 'C', '清枫里医院', 'B', :product, '{}', :level, '{}',
                            2, CAST(:due AS timestamptz), CAST(:started AS timestamptz), CAST(:completed AS timestamptz))
                        """)
                .param("id", id)
                .param("state", state)
                .param("order", order)
                .param("product", product)
                .param("level", level)
                .param("due", due.toString())
                .param("started", started == null ? null : started.toString())
                .param("completed", completed == null ? null : completed.toString())
                .update());
        return id;
    }

    private void step(String serviceOrder, Instant requested) {
        asSystem(() -> jdbc.sql("""
                        INSERT INTO provisioning.requested_step (aggregate, name, generation, service_order_id, system, city, requested)
                        VALUES (:id, 'construct', 1, :id, 'eoms', 'nanjing', CAST(:requested AS timestamptz))
                        """)
                .param("id", serviceOrder)
                .param("requested", requested.toString())
                .update());
    }

    private void work(String order, String serviceOrder, String state, Instant dispatched, Instant completed) {
        asSystem(() -> jdbc.sql("""
                        INSERT INTO provisioning.work_order (
                            id, service_order_id, product_order_id, description, type, unit, state, city, region, customer_id, customer_name,
                            priority, due, reminder, dispatcher, dispatched, executed, completed)
                        VALUES (
                            'WO' || :id, :id, :order, '试', 'construction', 'eoms', :state, 'nanjing', 'nanjing', 'C', '清枫里医院', 2,
                            CAST(:due AS timestamptz), CAST(:due AS timestamptz), 'system', CAST(:dispatched AS timestamptz),
                            CAST(:completed AS timestamptz), CAST(:completed AS timestamptz))
                        """)
                .param("id", serviceOrder)
                .param("order", order)
                .param("state", state)
                .param("due", due.toString())
                .param("dispatched", dispatched.toString())
                .param("completed", completed == null ? null : completed.toString())
                .update());
    }
}
