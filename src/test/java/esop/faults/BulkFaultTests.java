package esop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server dies in the middle of a bulk action: what is said to be done is done once, and the rest follows when it is back. */
class BulkFaultTests {

    private static final int MANY = 300;

    private static Province province;

    @BeforeAll
    static void start() throws IOException {
        province = new Province();
        Orders.of(province);
    }

    @AfterAll
    static void stop() throws IOException {
        if (province != null) {
            province.close();
        }
    }

    @Test
    void eachTaskIsPutOffOnce() {
        var tasks = tasks();
        var answer = province.client()
                .post(
                        Orders.SELLER,
                        "/api/tasks/bulk-runs",
                        "bulk",
                        Map.of(
                                "action",
                                "follow-up",
                                "ids",
                                tasks,
                                "on",
                                LocalDate.now().plusDays(7).toString()));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        var run = "/api/tasks/bulk-runs/" + answer.body().path("id").asText();
        await().pollInterval(Duration.ofMillis(20)).until(() -> done(run) > 20);
        province.server().kill();
        var doneBefore = settled();
        assertThat(doneBefore).as("the kill came in its middle").isBetween(1L, MANY - 1L);
        assertThat(putOff()).isEqualTo(doneBefore);

        province.server().start();

        await().atMost(Duration.ofMinutes(2)).until(() -> done(run) == MANY);
        assertThat(putOff()).isEqualTo(MANY);
    }

    private static List<String> tasks() {
        var customer = Orders.customers(province).get(0);
        for (var number = 0; number < MANY; number++) {
            province.client()
                    .post(
                            Orders.SELLER,
                            "/api/opportunities",
                            "opportunity-" + number,
                            Map.of("customerId", customer, "name", "专线 " + number, "expectedRevenue", 10_000));
        }
        var tasks = new ArrayList<String>();
        for (var page = 0; page < MANY / 100; page++) {
            Province.stream(province.client()
                            .get(Orders.SELLER, "/api/tasks?view=mine&size=100&page=" + page)
                            .body()
                            .path("items"))
                    .forEach(task -> tasks.add(task.path("id").asText()));
        }
        assertThat(tasks).hasSize(MANY);
        return tasks;
    }

    private static int done(String run) {
        return province.client().get(Orders.SELLER, run).body().path("done").asInt();
    }

    private static long settled() {
        return count("SELECT count(*) FROM workflow.bulk_item WHERE state = 'done'");
    }

    private static long putOff() {
        return count("SELECT count(*) FROM workflow.task_event WHERE change = 'followed-up'");
    }

    private static long count(String sql) {
        return province.jdbc().sql(sql).query(Long.class).single();
    }
}
