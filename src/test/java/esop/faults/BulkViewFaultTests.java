package esop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * All that one sees, 5,000 tasks of the engine, is claimed at once and the server dies in its middle. What colleagues hold is refused, everything
 * else is claimed once, and at each moment what is said to be done is done.
 */
@Tag("long")
class BulkViewFaultTests {

    private static final Path BENCH = Path.of("src", "test", "bench", "tasks");
    private static final int MANY = 5_000;
    private static final int HELD = MANY / 10;

    private static Province province;

    @BeforeAll
    static void start() throws IOException {
        province = new Province();
        province.server().stop();
        province.server().from(withTheirModel()).start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (province != null) {
            province.close();
        }
    }

    @Test
    void fiveThousandAreClaimedOnceEach() throws IOException, SQLException {
        fill();
        var tasks = all();
        assertThat(tasks).hasSize(MANY).doesNotHaveDuplicates();
        var answer = province.client()
                .post(Orders.OPERATIONS, "/api/tasks/bulk-runs", "bulk", Map.of("action", "claim", "ids", tasks));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        var run = "/api/tasks/bulk-runs/" + answer.body().path("id").asText();
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> settled(run(run)) > MANY / 3);

        province.server().kill();
        var doneBefore = count("SELECT count(*) FROM workflow.bulk_item WHERE state = 'done'");
        assertThat(doneBefore).as("the kill came in its middle").isBetween(MANY / 5, MANY - HELD - 1);
        assertThat(claimed()).as("what is said to be done is done").isEqualTo(doneBefore);
        province.server().start();

        var seen = new ArrayList<Integer>();
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    var now = run(run);
                    seen.add(settled(now));
                    return !now.path("finished").isNull();
                });
        assertThat(seen.stream().distinct().toList())
                .as("progress is seen, and never falls back")
                .hasSizeGreaterThan(3)
                .isSorted();
        assertThat(run(run).path("done").asInt()).isEqualTo(MANY - HELD);
        assertThat(run(run).path("failed").asInt()).isEqualTo(HELD);
        assertThat(claimed()).isEqualTo(MANY - HELD);
        assertThat(count("SELECT count(*) FROM workflow.open_task WHERE process = 'confirm-line' AND assignee = '%s'"
                        .formatted(Orders.OPERATIONS)))
                .isEqualTo(MANY - HELD);
        assertThat(count(
                        "SELECT count(*) FROM camunda.act_ru_task WHERE assignee_ = '%s'".formatted(Orders.OPERATIONS)))
                .as("the engine says the same")
                .isEqualTo(MANY - HELD);
        assertThat(count("SELECT count(*) FROM (SELECT 1 FROM workflow.task_event WHERE change = 'claimed'"
                        + " GROUP BY task_id HAVING count(*) > 1) AS twice"))
                .isZero();
        var refused = province.client()
                .get(Orders.OPERATIONS, run + "/items?state=failed&size=200")
                .body();
        assertThat(Province.stream(refused.path("items"))
                        .map(item -> item.path("detail").asText()))
                .as("each says who has it")
                .hasSize(200)
                .allMatch(detail -> detail.contains("领取") || detail.contains("claimed"));
    }

    private static Path withTheirModel() throws IOException {
        var jar = Packaged.JAR.resolveSibling("esop-lines.jar");
        Files.copy(Packaged.JAR, jar, StandardCopyOption.REPLACE_EXISTING);
        try (var files = FileSystems.newFileSystem(jar)) {
            for (var name : List.of("processes/confirm-line.bpmn", "forms/confirm-line.form")) {
                var file = files.getPath("BOOT-INF", "classes", name);
                Files.createDirectories(file.getParent());
                Files.copy(BENCH.resolve(file.getFileName().toString()), file);
            }
        }
        return jar;
    }

    /** All in one group of Nanjing, which two people are in; every tenth lies with the other one. */
    private static void fill() throws IOException, SQLException {
        var definition = province.jdbc()
                .sql("SELECT id_ FROM camunda.act_re_procdef WHERE key_ = 'confirm-line'")
                .query(String.class)
                .single();
        var tasks = Files.readString(BENCH.resolve("tasks.sql"))
                .replace(
                        "generate_series(:first::bigint, :last::bigint) n",
                        "generate_series(200::bigint, %d, 200) n".formatted(200 * MANY))
                .replaceAll("'crew-' \\|\\| .*? END AS assignee", "'operations2.nanjing' END AS assignee")
                .replace(":definition", definition);
        try (var connection = province.connection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO identity.role (id, name, name_en) VALUES ('team-01', '专线班组', 'Line team');
                    INSERT INTO identity.role_module (role, module, access) VALUES ('team-01', 'inbox', 'write');
                    INSERT INTO identity.person_role (person, role)
                    VALUES ('operations.nanjing', 'team-01'), ('operations2.nanjing', 'team-01')
                    """);
            statement.execute(tasks);
        }
    }

    /** As the page shows it, page after page. */
    private static List<String> all() {
        var tasks = new ArrayList<String>();
        for (var page = 0; page < MANY / 200; page++) {
            Province.stream(province.client()
                            .get(Orders.OPERATIONS, "/api/tasks?view=all&process=confirm-line&size=200&page=" + page)
                            .body()
                            .path("items"))
                    .forEach(task -> tasks.add(task.path("id").asText()));
        }
        return tasks;
    }

    private static JsonNode run(String path) {
        return province.client().get(Orders.OPERATIONS, path).body();
    }

    private static int settled(JsonNode run) {
        return run.path("done").asInt() + run.path("failed").asInt();
    }

    private static int claimed() {
        return count("SELECT count(*) FROM workflow.task_event WHERE change = 'claimed'");
    }

    private static int count(String sql) {
        return province.jdbc().sql(sql).query(Integer.class).single();
    }
}
