package esop.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import esop.identity.DataScope;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class AgreementExpiryTests extends OpportunityScene {

    /** A Wednesday two years from the beginning of the agreements here. */
    private static final LocalDate END = LocalDate.of(2028, 12, 6);

    @Autowired
    private AgreementWatch watch;

    @Test
    @Walks("agreement-expiry/agreementLetEnd")
    void itsManagerIsAskedOnceAndToldAgainAsTheEndComesNearer() {
        var id = inForce();
        look(END.minusDays(91));
        assertThat(asked(id)).isZero();

        look(END.minusDays(90));
        look(END.minusDays(90));
        look(END.minusDays(60));
        assertThat(asked(id)).isEqualTo(1);
        var task = task(manager, id);
        assertThat(task.get("assignee").asText()).isEqualTo("account-manager.nanjing");
        assertThat(task.get("due").asText()).isNotBlank();
        assertThat(manager.get("/api/tasks?view=all&q=NJ-" + id).json().findValuesAsText("id"))
                .contains(task.get("id").asText());
        assertThat(notices(task.get("id").asText())).isZero();

        look(END.minusDays(30));
        look(END.minusDays(29));
        assertThat(notices(task.get("id").asText())).isEqualTo(1);
        look(END.minusDays(6));
        assertThat(notices(task.get("id").asText())).isEqualTo(2);

        must(complete(manager, id, Map.of("review", "end", "reviewNote", "客户迁出本市")));
        look(END.minusDays(1));
        assertThat(asked(id)).isEqualTo(1);
        assertThat(timeline(id, "zh-CN")).contains("决定到期不续：客户迁出本市");
    }

    @Test
    @Walks("agreement-expiry/renewalBegun")
    void aRenewalIsAnOpportunityThatCarriesEverything() {
        var id = inForce();
        look(END.minusDays(90));

        must(complete(manager, id, Map.of("review", "renew")));

        var line = timeline(id, "zh-CN").stream()
                .filter(text -> text.startsWith("产生续签商机"))
                .findFirst()
                .orElseThrow();
        var renewal = page(line.substring(line.indexOf("OP")));
        assertThat(renewal.get("name").asText()).isEqualTo("续签：专线扩容");
        assertThat(renewal.get("customerId").asText()).isEqualTo(NANJING);
        assertThat(renewal.get("deadline").asText()).isEqualTo(END.toString());
        assertThat(renewal.get("owner").asText()).isEqualTo("account-manager.nanjing");
        assertThat(renewal.at("/solution/items/0/offeringId").asText()).isEqualTo("vpmn");
        assertThat(renewal.at("/solution/items/0/quantity").asInt()).isEqualTo(2);
        assertThat(renewal.at("/solution/state").asText()).isEqualTo("draft");
    }

    @Test
    @Walks("agreement-expiry/agreementLapsed")
    void whenItIsOverNobodyIsAskedAnyMore() {
        var id = inForce();
        look(END.minusDays(7));
        fireTimer(id, "agreementOver");
        assertThat(open(manager, id)).isNull();
        assertThat(timeline(id, "zh-CN")).contains("合同到期，无人处理");
    }

    @Test
    void whatWouldBeLateAfterAWeekendIsToldBeforeIt() {
        var friday = LocalDate.of(2028, 11, 3);
        var id = inForce();
        ends(id, friday.plusDays(90 + 2));
        look(friday.minusDays(1));
        assertThat(asked(id)).isZero();
        look(friday);
        assertThat(asked(id)).isEqualTo(1);
    }

    @Test
    void agreementsThatEndAreFoundInTheList() {
        var id = inForce();
        ends(id, LocalDate.now().plusDays(20));
        assertThat(found(id, 30)).isEqualTo(1);
        assertThat(found(id, 10)).isZero();
    }

    private int found(String id, int days) {
        return manager.get("/api/opportunities?ending=" + days + "&q=" + id)
                .json()
                .get("total")
                .asInt();
    }

    /** An opportunity whose agreement is in force until {@link #END}. */
    private String inForce() {
        var id = atOrder();
        advance(id);
        assertThat(state(id)).isEqualTo("converted");
        ends(id, END);
        return id;
    }

    private void ends(String id, LocalDate day) {
        DataScope.asSystem(() -> transaction.executeWithoutResult(
                status -> jdbc.sql("UPDATE opportunity.agreement SET ends = :day WHERE opportunity_id = :id")
                        .param("day", Date.valueOf(day))
                        .param("id", id)
                        .update()));
    }

    /** As the watch would at ten in the morning. */
    private void look(LocalDate day) {
        watch.lookAt(Instant.parse(day + "T02:00:00Z"));
    }

    private long asked(String id) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .processDefinitionKey("agreement-expiry")
                .count();
    }

    private long notices(String task) {
        return DataScope.asSystem(() -> transaction.execute(status -> jdbc.sql(
                        "SELECT count(*) FROM workflow.notice WHERE task_id = :task AND kind = 'agreement-ending'")
                .param("task", task)
                .query(Long.class)
                .single()));
    }
}
