package esop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A new version of a model comes while many run on the old one; one process is broken beyond repair. */
@Tag("long")
class ModelFaultTests {

    private static final String MODEL = "BOOT-INF/classes/processes/provisioning/path-instant.bpmn";

    private static Province province;
    private static Orders orders;

    @BeforeAll
    static void start() throws IOException {
        province = new Province();
        orders = Orders.of(province);
    }

    @AfterAll
    static void stop() throws IOException {
        if (province != null) {
            province.close();
        }
    }

    @AfterEach
    void heal() {
        province.sandbox().delete("/faults");
    }

    @Test
    void aHundredGoOnWithTheVersionTheyBegan() throws IOException {
        var before = ended("path-instant", 1);
        province.sandbox().put("/faults/boss", Map.of("mode", "timeout-before"));
        var placed = orders.placeAll("version", 100, "vpmn");
        await().atMost(Orders.PATIENCE).until(() -> running("path-instant", 1) == 100);

        province.server().stop();
        province.server().from(withANewVersion()).start();
        province.sandbox().delete("/faults");
        var newcomer = orders.place("version-after", "vpmn");

        orders.awaitState(placed, "completed");
        orders.awaitState(List.of(newcomer), "completed");
        orders.eachTookEffectOnce(placed);
        assertThat(ended("path-instant", 1) - before).isEqualTo(100);
        assertThat(ended("path-instant", 2)).isEqualTo(1);
    }

    /** Its step is no longer what it says it is, so its job fails as often as it is tried. */
    @Test
    void aPoisonJobIsGivenUpAndTheOthersGoOn() {
        province.sandbox().put("/faults/boss", Map.of("mode", "timeout-before", "times", 1));
        var poisoned = orders.place("poison", "vpmn");
        await().atMost(Orders.PATIENCE).until(() -> stepKey(poisoned, "not-a-step") == 1);
        var step = orders.detail(poisoned).at("/serviceOrders/0/id").asText() + ":activate:1";

        await().atMost(Orders.PATIENCE).until(() -> deadJobs() == 1);
        var others = orders.placeAll("healthy", 10, "vpmn");
        orders.awaitState(others, "completed");

        assertThat(province.incidents()).isEqualTo(1);
        stepKey(poisoned, step);
        province.jdbc()
                .sql("UPDATE camunda.act_ru_job SET retries_ = 1 WHERE retries_ = 0")
                .update();
        orders.awaitState(List.of(poisoned), "completed");
        orders.eachTookEffectOnce(List.of(poisoned));
    }

    private static int stepKey(String order, String value) {
        return province.jdbc()
                .sql("""
                        UPDATE camunda.act_ru_variable SET text_ = :value
                        WHERE name_ = 'stepKey' AND proc_inst_id_ IN (
                            SELECT e.proc_inst_id_ FROM camunda.act_ru_execution e
                            JOIN camunda.act_re_procdef d ON d.id_ = e.proc_def_id_ AND d.key_ = 'await-answer'
                            WHERE e.root_proc_inst_id_ = (
                                SELECT proc_inst_id_ FROM camunda.act_ru_execution WHERE business_key_ = :order AND parent_id_ IS NULL
                                    AND super_exec_ IS NULL))
                        """)
                .param("value", value)
                .param("order", order)
                .update();
    }

    private static long deadJobs() {
        return count("SELECT count(*) FROM camunda.act_ru_job WHERE retries_ = 0");
    }

    private static long running(String process, int version) {
        return count(
                "SELECT count(*) FROM camunda.act_hi_procinst i JOIN camunda.act_re_procdef d ON d.id_ = i.proc_def_id_ WHERE d.key_ = '"
                        + process + "' AND d.version_ = " + version + " AND i.end_time_ IS NULL");
    }

    private static long ended(String process, int version) {
        return count(
                "SELECT count(*) FROM camunda.act_hi_procinst i JOIN camunda.act_re_procdef d ON d.id_ = i.proc_def_id_ WHERE d.key_ = '"
                        + process + "' AND d.version_ = " + version + " AND i.end_time_ IS NOT NULL");
    }

    private static long count(String sql) {
        return province.jdbc().sql(sql).query(Long.class).single();
    }

    /** The same application, but one model says something else. */
    private static Path withANewVersion() throws IOException {
        var jar = Packaged.JAR.resolveSibling("esop-next.jar");
        Files.copy(Packaged.JAR, jar, StandardCopyOption.REPLACE_EXISTING);
        try (var files = FileSystems.newFileSystem(jar)) {
            var model = files.getPath(MODEL);
            Files.writeString(
                    model, Files.readString(model).replaceFirst("</bpmn:documentation>", "（新版）</bpmn:documentation>"));
        }
        return jar;
    }
}
