package esop.workflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import esop.identity.DataScope;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Wuxi gets a calendar of its own; what is due there moves with it. */
@EsopTest
class CalendarTests {

    private static final String WUXI = "/api/calendars/wuxi";

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transaction;

    private final Caller designer = Caller.as("designer");
    private final Caller wuxi = Caller.as("admin.wuxi");

    @BeforeEach
    void aCalendarForWuxi() {
        if (wuxi.get(WUXI).status() == 404) {
            var added = wuxi.post(
                    "/api/calendars",
                    Map.of("id", "wuxi", "name", "无锡", "nameEn", "Wuxi", "parent", "province", "city", "wuxi"));
            assertThat(added.status()).as(added.body()).isEqualTo(201);
        }
    }

    @AfterEach
    void asBefore() {
        if (!wuxi.get(WUXI).json().at("/own/days").isEmpty()) {
            save(List.of());
        }
    }

    @Test
    void aHolidayMovesWhatIsDueThenWithTheTimersThatWatchOverItAndListsIt() {
        var task = errand("wuxi");
        var elsewhere = errand("suzhou");
        var was = due(task);
        var untouched = due(elsewhere);
        var timer = timer(task, "errandOverdue").getDuedate().toInstant();
        var fixed = timer(task, "errandCounted").getDuedate();
        var off = was.atZone(WorkingCalendar.ZONE).toLocalDate();

        var preview = wuxi.post(WUXI + "/preview", draft(List.of(day(off, false))));
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.json().get("moved").asInt()).isPositive();
        assertThat(due(task)).isEqualTo(was);

        var saved = save(List.of(day(off, false)));
        var recount = finished(saved.at("/recounts/0/id").asLong());

        var moved = due(task);
        assertThat(moved).isAfter(was);
        assertThat(moved.atZone(WorkingCalendar.ZONE).toLocalDate()).isAfter(off);
        assertThat(inIndex(task)).isEqualTo(moved);
        assertThat(timer(task, "errandOverdue").getDuedate().toInstant()).isAfter(timer);
        assertThat(timer(task, "errandCounted").getDuedate()).isEqualTo(fixed);
        assertThat(due(elsewhere)).isEqualTo(untouched);
        assertThat(recount.get("moved").asInt()).isPositive();
        assertThat(recount.get("failed").asInt()).isZero();
        assertThat(recount.get("lookedAt").asInt())
                .isEqualTo(recount.get("total").asInt());

        var change = change(saved.at("/recounts/0/id").asLong(), task);
        assertThat(Instant.parse(change.get("was").asText())).isEqualTo(was);
        assertThat(Instant.parse(change.get("due").asText())).isEqualTo(moved);
        var csv = wuxi.get(
                        "/api/calendar-recounts/" + saved.at("/recounts/0/id").asLong() + "/export")
                .body();
        assertThat(csv).contains("任务,名称").contains(task).contains("跑差事");
        assertThat(timeline(task)).anyMatch(line -> line.contains("随日历由"));
        assertThat(wuxi.get(WUXI).json().get("revision").asInt())
                .isEqualTo(saved.get("revision").asInt());
        var audit = Caller.as("admin")
                .get("/api/audit?action=calendar.change&subject=calendar/wuxi")
                .json();
        assertThat(audit.at("/items/0/details/changes/daysAdded/0/day").asText())
                .isEqualTo(off.toString());
        assertThat(audit.at("/items/0/details/note").asText()).isEqualTo("试一试");
    }

    @Test
    void countedAnewItIsWhatItWouldHaveBeenFromTheBeginning() {
        var task = errand("wuxi");
        var was = due(task);
        var off = was.atZone(WorkingCalendar.ZONE).toLocalDate();

        finished(save(List.of(day(off, false))).at("/recounts/0/id").asLong());
        assertThat(due(task)).isNotEqualTo(was);
        finished(save(List.of()).at("/recounts/0/id").asLong());

        assertThat(due(task)).isEqualTo(was);
    }

    @Test
    void whoSavesAnOldStateIsToldWhoWasQuicker() {
        var draft = draft(List.of(day(LocalDate.of(2027, 3, 1), false)));
        assertThat(wuxi.put(WUXI, draft).status()).isEqualTo(200);

        var second = designer.put(WUXI, draft);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().get("detail").asText()).contains("严守中");
    }

    @Test
    void aCityChangesItsOwnCalendarOnlyAndKnowsOfNoOtherCitys() {
        var nanjing = Caller.as("admin.nanjing");
        var draft = draft(List.of(day(LocalDate.of(2027, 3, 1), false)));

        assertThat(nanjing.get(WUXI).status()).isEqualTo(404);
        assertThat(nanjing.put(WUXI, draft).status()).isEqualTo(404);
        assertThat(nanjing.get("/api/calendars/no-such").status()).isEqualTo(404);
        assertThat(nanjing.get("/api/calendars").body())
                .doesNotContain("\"wuxi\"")
                .contains("\"province\"");
        assertThat(nanjing.put("/api/calendars/province", draft).status()).isEqualTo(403);
        assertThat(nanjing.post("/api/calendars/province/preview", draft).status())
                .isEqualTo(403);
        assertThat(Caller.as("operations.wuxi").put(WUXI, draft).status()).isEqualTo(403);
        assertThat(Caller.as("account-manager.wuxi").get(WUXI).status()).isEqualTo(403);
        var stolen = Map.of("id", "stolen", "name", "x", "nameEn", "x", "parent", "province", "city", "wuxi");
        assertThat(nanjing.post("/api/calendars", stolen).status()).isEqualTo(422);
    }

    @Test
    void whatCannotBeACalendarIsRefusedWithEachFieldNamed() {
        var draft = new HashMap<>(
                draft(List.of(day(LocalDate.of(2027, 3, 1), false), day(LocalDate.of(2027, 3, 1), true))));
        draft.put(
                "hours",
                List.of(
                        Map.of("weekday", 1, "starts", "09:00", "ends", "12:00"),
                        Map.of("weekday", 1, "starts", "11:00", "ends", "13:00"),
                        Map.of("weekday", 9, "starts", "11:00", "ends", "13:00"),
                        Map.of("weekday", 2, "starts", "25:00", "ends", "13:00"),
                        Map.of("weekday", 3, "starts", "18:00", "ends", "13:00")));
        draft.put("years", List.of(Map.of("year", 1, "provisional", false, "source", "")));

        var refused = wuxi.put(WUXI, draft);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("days[1]", "hours[1]", "hours[2]", "hours[3]", "hours[4]", "years[0]");
        var province = new HashMap<>(draft(List.of()));
        province.put(
                "revision",
                designer.get("/api/calendars/province").json().get("revision").asInt());
        assertThat(designer.put("/api/calendars/province", province)
                        .json()
                        .get("detail")
                        .asText())
                .isEqualTo("至少一天要有工作时间");
    }

    @Test
    void aYearThatIsNotLoadedIsFlagged() {
        var province = designer.get("/api/calendars").json().get(0);
        assertThat(province.get("id").asText()).isEqualTo("province");
        assertThat(province.get("loadedYears")).extracting(JsonNode::asInt).contains(2026, 2027);
        assertThat(province.get("estimatedYears")).extracting(JsonNode::asInt).containsExactly(2027);
        var task = errand("wuxi");
        try {
            startedIn(task, "2029-06-01T02:00:00Z");
            var saved = save(List.of(day(LocalDate.of(2029, 6, 4), false)));
            finished(saved.at("/recounts/0/id").asLong());

            assertThat(change(saved.at("/recounts/0/id").asLong(), task)
                            .get("problem")
                            .asText())
                    .isEqualTo("beyond");
            var beyond = wuxi.get(WUXI).json().get("beyond");
            assertThat(beyond.findValuesAsText("year")).contains("2029");
        } finally {
            runtime.deleteProcessInstance(
                    tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId(), "test");
        }
    }

    @Test
    void faultsAreCountedAroundTheClock() {
        var variables = new HashMap<String, Object>(variables("wuxi"));
        variables.put("faultClass", "outage");
        var instance = runtime.startProcessInstanceByKey("errand", "E" + UUID.randomUUID(), variables);
        var task = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();

        assertThat(Duration.between(
                        task.getCreateTime().toInstant(), task.getDueDate().toInstant()))
                .isBetween(
                        Duration.ofHours(24).minusSeconds(10),
                        Duration.ofHours(24).plusSeconds(10));
    }

    @Test
    void aFileIsReadAndShownBeforeAnythingIsSaved() {
        var file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20270206\r\n"
                + "DTEND;VALUE=DATE:20270213\r\nSUMMARY:春节（休）\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        var before = wuxi.get(WUXI).json().get("revision").asInt();

        var report = wuxi.send(wuxi.request(WUXI + "/import")
                .header("Content-Type", "text/calendar")
                .POST(HttpRequest.BodyPublishers.ofString(file, StandardCharsets.UTF_8)));
        var bomb = wuxi.send(wuxi.request(WUXI + "/import")
                .header("Content-Type", "text/calendar")
                .POST(HttpRequest.BodyPublishers.ofString("no calendar")));

        assertThat(report.status()).as(report.body()).isEqualTo(200);
        assertThat(report.json().get("days")).hasSize(7);
        assertThat(bomb.status()).isEqualTo(422);
        assertThat(wuxi.get(WUXI).json().get("revision").asInt()).isEqualTo(before);
        assertThat(wuxi.get("/api/calendars/province/export").body()).contains("SUMMARY:国庆节（休）");
    }

    private JsonNode save(List<Map<String, Object>> days) {
        var saved = wuxi.put(WUXI, draft(days));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        return saved.json();
    }

    private Map<String, Object> draft(List<Map<String, Object>> days) {
        return Map.of(
                "revision",
                wuxi.get(WUXI).json().get("revision").asInt(),
                "note",
                "试一试",
                "hours",
                List.of(),
                "days",
                days,
                "years",
                List.of());
    }

    private static Map<String, Object> day(LocalDate day, boolean working) {
        return Map.of("day", day.toString(), "working", working, "name", "停电", "nameEn", "Power cut");
    }

    private JsonNode finished(long recount) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> wuxi.get("/api/calendar-recounts/" + recount).json(),
                        state -> !state.path("finished").isNull());
    }

    private JsonNode change(long recount, String task) {
        for (var change : wuxi.get("/api/calendar-recounts/" + recount + "/changes?size=200")
                .json()
                .get("items")) {
            if (change.get("taskId").asText().equals(task)) {
                return change;
            }
        }
        throw new AssertionError("not listed: " + task);
    }

    private String errand(String city) {
        var instance = runtime.startProcessInstanceByKey("watched-errand", "E" + UUID.randomUUID(), variables(city));
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    private static Map<String, Object> variables(String city) {
        return Map.of(
                "city", city, "priority", 2, "customerId", "C1", "customerName", "泊云物流", "product", "leased-line");
    }

    private Job timer(String task, String activity) {
        var instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        return jobs.createJobQuery()
                .processInstanceId(instance)
                .activityId(activity)
                .singleResult();
    }

    private Instant due(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getDueDate().toInstant();
    }

    private Instant inIndex(String task) {
        return asSystem(() -> jdbc.sql("SELECT due FROM workflow.open_task WHERE task_id = :task")
                .param("task", task)
                .query(OffsetDateTime.class)
                .single()
                .toInstant());
    }

    private void startedIn(String task, String instant) {
        asSystem(() -> jdbc.sql("UPDATE workflow.task_clock SET started = :at::timestamptz WHERE task_id = :task")
                .param("task", task)
                .param("at", instant)
                .update());
    }

    private List<String> timeline(String task) {
        var instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        return Caller.as("operations.wuxi")
                .get("/api/instances/" + instance + "/timeline")
                .json()
                .findValuesAsText("text");
    }

    private <T> T asSystem(java.util.function.Supplier<T> work) {
        return DataScope.asSystem(() -> transaction.execute(status -> work.get()));
    }
}
