package esop.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import esop.EsopTest;
import esop.systems.StepAnswered.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EsopTest
class PathSiProcessTests extends ProvisioningScene {

    @AfterEach
    void everybodyWorksAgain() {
        asSystem(() -> jdbc.sql("UPDATE provisioning.partner SET active = true").update());
    }

    @Test
    void thePartnersPeopleInstallAndOperationsSignOffWithTheCustomersSignature() {
        var opening = open("mobile-mail", "add");
        var visit = awaitTask(opening, "agreeVisit");
        assertThat(groups(visit)).containsExactly("tinglan@nanjing");
        assertThat(visit.getDueDate()).isNotNull();

        agree(opening);
        var installation = awaitTask(opening, "carryOutInstallation");
        assertThat(groups(installation)).containsExactly("tinglan@nanjing");
        assertThat(work(opening).get(0)).containsEntry("state", "executing").containsEntry("agreed", true);
        complete(installation, Map.of("result", "done", "signature", "王先生", "note", "二十个邮箱已启用"));

        var signOff = awaitTask(opening, "signOffWorkOrder");
        assertThat(groups(signOff)).containsExactly("operations@nanjing");
        assertThat(engine.getVariables(signOff.getExecutionId())).containsEntry("signature", "王先生");
        complete(signOff, Map.of("signOff", "accept"));

        awaitEnd(opening, "serviceOpened");
        assertThat(end(opening, "path-si")).isEqualTo("installationReady");
        assertThat(end(opening, "appointment")).isEqualTo("visitLeftToPartner");
        assertThat(end(opening, "partner-work")).isEqualTo("partnerAnswered");
        assertThat(work(opening))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("state", "archived")
                        .containsEntry("type", "installation")
                        .containsEntry("partner", "si.local")
                        .containsEntry("rule", "mailLocal")
                        .containsEntry("signature", "王先生"));
        assertThat(order(opening).path()).isEqualTo("path-si");
    }

    @Test
    void whatOnePartnerRefusesTheNextOneDoesByItsSystem() {
        var opening = open("mobile-mail", "add");

        refuseVisit(opening);
        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));

        awaitEnd(opening, "serviceOpened");
        assertThat(end(opening, "appointment")).isEqualTo("visitAgreed");
        assertThat(work(opening))
                .extracting(row -> row.get("partner") + " " + row.get("state"))
                .containsExactly("si.local refused", "si.yanlian archived");
        assertThat(work(opening).get(0)).containsEntry("refusal", "本周人员已满");
        assertThat(work(opening).get(1)).containsEntry("agreed", true);
        var second = String.valueOf(work(opening).get(1).get("id"));
        assertThat(sandbox.applied(second + ":appoint:1")).isOne();
        assertThat(sandbox.applied(second + ":install:1")).isOne();
        assertThat(fallouts(opening)).isEmpty();
    }

    @Test
    void whoRefusesIsNotAskedAgainAndNobodyLeftIsAFallout() {
        sandbox.behaves("si", Map.of("manual", true));
        var opening = open("mobile-mail", "add");
        refuseVisit(opening);
        var second = awaitWork(opening, 2);

        sandbox.answers("si", "appointment", second + ":appoint:1", "reject", "无资质");
        var task = awaitTask(opening, "resolveFallout");

        assertThat(engine.getVariables(task.getExecutionId()))
                .containsEntry("errorClass", "no-partner")
                .containsEntry("step", "choose-partner");
        assertThat(engine.getVariable(task.getExecutionId(), "falloutAnswers").toString())
                .contains("重发", "线下已办妥", "放弃")
                .doesNotContain("更正", "跳过", "回退");
        assertThatThrownBy(() -> complete(task, Map.of("action", "skip", "note", "不用装")))
                .hasMessageContaining("处置方式 不在可选范围内");
        assertThat(work(opening)).extracting(row -> row.get("state")).containsExactly("refused", "refused");
        complete(task, Map.of("action", "retry"));
        complete(
                awaitOtherTask(opening, "resolveFallout", task.getId()), Map.of("action", "manual", "note", "厂家已现场安装"));
        awaitEnd(opening, "serviceOpened");
        assertThat(end(opening, "path-si")).isEqualTo("installedByHand");
        assertThat(end(opening, "appointment")).isEqualTo("visitRefused");
        assertThat(work(opening)).hasSize(2);
    }

    @Test
    void anOrderThatNobodyInstallsIsGivenUp() {
        onlyPartner("nobody");
        var opening = open("mobile-mail", "add");

        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "abort", "note", "客户不再需要"));

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "path-si")).isEqualTo("installationGivenUp");
        assertThat(end(opening, "withdraw-work")).isEqualTo("workWithdrawn");
    }

    @Test
    void anInstallationThatFailedIsDispatchedAgainToTheSamePeople() {
        var opening = open("mobile-mail", "add");
        agree(opening);
        complete(awaitTask(opening, "carryOutInstallation"), Map.of("result", "failed", "note", "机房断电"));

        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "retry"));
        agree(opening);
        complete(awaitTask(opening, "carryOutInstallation"), Map.of("result", "done", "signature", "王先生"));
        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));

        awaitEnd(opening, "serviceOpened");
        assertThat(work(opening))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("generation", 2).containsEntry("state", "archived"));
    }

    @Test
    void aPartnerThatSaysNothingIsAFalloutAndItsTasksComeBackOnceItIsUrged() {
        var opening = open("mobile-mail", "add");
        var before = awaitTask(opening, "agreeVisit");

        fire(opening, "visitOverdue");
        var fallout = awaitTask(opening, "resolveFallout");
        assertThat(end(opening, "partner-work")).isEqualTo("partnerSilent");
        assertThat(engine.getVariables(fallout.getExecutionId())).containsEntry("errorClass", "overdue");
        complete(fallout, Map.of("action", "retry"));

        assertThat(awaitOtherTask(opening, "agreeVisit", before.getId())).isNotNull();
        agree(opening);
        fire(opening, "installationOverdue");
        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "abort", "note", "客户不再需要"));
        complete(awaitTask(opening, "answerStop"), Map.of("decision", "agree"));
        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "withdraw-work")).isEqualTo("workWithdrawn");
        assertThat(end(opening, "partner-stop")).isEqualTo("stopAnswered");
        assertThat(work(opening)).extracting(row -> row.get("state")).containsExactly("cancelled");
    }

    @Test
    void aVisitThatIsNeverConfirmedIsAgreedByPhone() {
        var opening = unconfirmedVisit();
        sandbox.behaves("si", Map.of("manual", false));

        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "manual", "note", "电话约定周五上午"));
        complete(awaitTask(opening, "signOffWorkOrder"), Map.of("signOff", "accept"));

        awaitEnd(opening, "serviceOpened");
        assertThat(end(opening, "appointment")).isEqualTo("visitAgreed");
    }

    @Test
    void anOrderWhoseVisitIsGivenUpHasNoWorkLeft() {
        var opening = unconfirmedVisit();

        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "abort", "note", "客户不再需要"));

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "appointment")).isEqualTo("visitGivenUp");
        assertThat(work(opening)).extracting(row -> row.get("state")).containsExactly("cancelled");
    }

    @Test
    void whatAPartnersSystemMayStillInstallIsWithdrawnAndItsVisitCalledOff() {
        onlyPartner("si.yanlian");
        sandbox.behaves("si", Map.of("manual", true));
        var opening = open("mobile-mail", "add");
        var work = awaitWork(opening, 1);
        sandbox.answers("si", "appointment", work + ":appoint:1", "complete", "");
        awaitStep(work + ":install:1", "ACKNOWLEDGED");
        staySilent(opening);

        complete(awaitTask(opening, "resolveFallout"), Map.of("action", "abort", "note", "客户不再需要"));
        sandbox.answers("si", "cancelServiceOrder", opening.getBusinessKey() + ":withdraw:1", "complete", "");

        awaitEnd(opening, "serviceNotOpened");
        assertThat(end(opening, "path-si")).isEqualTo("installationGivenUp");
        awaitStep(work + ":install:1", State.CANCELLED.name());
        awaitStep(work + ":call-off:1", State.COMPLETED.name());
    }

    private ProcessInstance unconfirmedVisit() {
        onlyPartner("si.yanlian");
        sandbox.behaves("si", Map.of("manual", true));
        var opening = open("mobile-mail", "add");
        awaitStep(awaitWork(opening, 1) + ":appoint:1", "ACKNOWLEDGED");
        staySilent(opening);
        assertThat(engine.getVariables(awaitTask(opening, "resolveFallout").getExecutionId()))
                .containsEntry("step", "appoint")
                .containsEntry("errorClass", "overdue");
        return opening;
    }

    private void staySilent(ProcessInstance opening) {
        for (var proof = 1; proof <= 4; proof++) {
            fire(opening, "answerOverdue");
            aWhile();
        }
    }

    private void agree(ProcessInstance opening) {
        complete(
                awaitTask(opening, "agreeVisit"),
                Map.of(
                        "decision", "confirm",
                        "visitDate", LocalDate.now().plusDays(2).toString(),
                        "visitHours", "morning"));
    }

    private void refuseVisit(ProcessInstance opening) {
        complete(awaitTask(opening, "agreeVisit"), Map.of("decision", "refuse", "reason", "本周人员已满"));
    }

    private void onlyPartner(String id) {
        asSystem(() -> jdbc.sql("UPDATE provisioning.partner SET active = (id = :id)")
                .param("id", id)
                .update());
    }

    private String awaitWork(ProcessInstance opening, int count) {
        await().atMost(SOON).until(() -> work(opening).size() >= count);
        return String.valueOf(work(opening).get(count - 1).get("id"));
    }

    private List<Map<String, Object>> work(ProcessInstance opening) {
        return asSystem(() ->
                jdbc.sql("""
                        SELECT w.id, w.type, w.state, w.generation, a.partner, a.rule, a.refusal, a.signature,
                            a.visit_from IS NOT NULL AS agreed
                        FROM provisioning.work_order w
                        JOIN provisioning.partner_assignment a ON a.work_order_id = w.id
                        WHERE w.service_order_id = :id
                        ORDER BY w.id
                        """).param("id", opening.getBusinessKey()).query().listOfRows());
    }
}
