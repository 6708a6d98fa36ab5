package esop.bench;

import esop.bench.Callers.Times;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** An inbox with a million tasks of 20,000 people, beside the engine's own query and service on the same tables. */
final class OpenTasks {

    private static final Path FOLDER = Path.of("src", "test", "bench", "tasks");
    private static final double LIMIT = 1.3;
    private static final Map<String, Integer> WANTED = new LinkedHashMap<>();
    private static final Map<String, Integer> TIMES_FASTER = new LinkedHashMap<>();

    static {
        wanted("group inbox, first page by due time", 50, 20);
        wanted("numbers beside it", 50, 20);
        wanted("search by a fact", 50, 50);
        wanted("claim", 150, 5);
        wanted("complete", 150, 5);
    }

    private static void wanted(String what, int millis, int timesFaster) {
        WANTED.put(what, millis);
        TIMES_FASTER.put(what, timesFaster);
    }

    private final Postgres postgres;
    private final Province esop;
    private final Report report;
    private final JdbcTemplate jdbc;
    private int round;

    OpenTasks(Postgres postgres, Province esop, Report report) {
        this.postgres = postgres;
        this.esop = esop;
        this.report = report;
        this.jdbc = new JdbcTemplate(postgres.database("esop"));
    }

    void measure() {
        try (var engine = new BareTasks(postgres)) {
            var definition = engine.deploy(FOLDER);
            run("people.sql", Map.of());
            var few = Settings.TASKS / 5;
            write(definition, 1, few);
            esopFigures();
            var ofFew = esopFigures();
            write(definition, few + 1, Settings.TASKS);
            esopFigures();
            postgres.forget();
            var ofAll = esopFigures();
            keepStatements();
            tell(ofFew, ofAll);
            tellOfScreen();
            esop.node().pause();
            run("default-indexes.sql", Map.of());
            var bare = engineFigures(engine);
            run("missing-indexes.sql", Map.of());
            var indexed = engineFigures(engine);
            esop.node().resume();
            compare(ofAll, bare, indexed);
        }
    }

    private Map<String, Times> esopFigures() {
        var people = people();
        people.forEach(person -> esop.http().renew(person.id()));
        var mine = taken(people);
        var figures = new LinkedHashMap<String, Times>();
        var names = List.copyOf(WANTED.keySet());
        figures.put(
                names.get(0),
                ask(number ->
                        esop.http().get(Callers.one(people, number).id(), "/api/tasks?view=group&size=20&sort=due")));
        figures.put(
                names.get(1),
                ask(number -> esop.http().get(Callers.one(people, number).id(), "/api/tasks/counts")));
        figures.put(
                names.get(2),
                ask(number -> esop.http()
                        .get(
                                Callers.one(people, number).id(),
                                "/api/tasks?view=group&size=20&q="
                                        + Callers.one(people, number).contract())));
        figures.put(
                names.get(3),
                Callers.ask(
                        mine.size(),
                        number -> esop.http()
                                .post(
                                        mine.get(number).person(),
                                        "/api/tasks/" + mine.get(number).task() + "/claim",
                                        Map.of())));
        figures.put(
                names.get(4),
                Callers.ask(
                        mine.size(),
                        number -> esop.http()
                                .post(
                                        mine.get(number).person(),
                                        "/api/tasks/" + mine.get(number).task() + "/complete",
                                        Map.of("data", Map.of("result", "一致")))));
        return figures;
    }

    private Map<String, Times> engineFigures(BareTasks engine) {
        var people = people();
        var mine = taken(people);
        var figures = new LinkedHashMap<String, Times>();
        var names = List.copyOf(WANTED.keySet());
        figures.put(
                names.get(0),
                ask(number -> engine.page(Callers.one(people, number).groups())));
        figures.put(
                names.get(1),
                ask(number -> engine.counts(
                        Callers.one(people, number).groups(),
                        Callers.one(people, number).id())));
        figures.put(
                names.get(2),
                ask(number -> engine.search(
                        Callers.one(people, number).groups(),
                        Callers.one(people, number).contract())));
        figures.put(
                names.get(3),
                Callers.ask(
                        mine.size(),
                        number -> engine.claim(
                                mine.get(number).task(), mine.get(number).person())));
        figures.put(
                names.get(4),
                Callers.ask(
                        mine.size(), number -> engine.complete(mine.get(number).task())));
        return figures;
    }

    private static Times ask(IntConsumer request) {
        return Callers.ask(Settings.REQUESTS * Settings.CALLERS, request);
    }

    /** Others in each round, so that nothing is found as it was left; with a contract of a task that waits for them. */
    private List<Caller> people() {
        round++;
        return jdbc.query(
                """
                SELECT p.id, array_agg(r.role || '@' || c.city) AS groups,
                       (SELECT split_part(o.facts, E'\\n', 2) FROM workflow.task_inbox i
                        JOIN workflow.open_task o ON o.task_id = i.task_id
                        WHERE i.inbox = min(r.role || '@' || c.city) AND i.assignee IS NULL
                        ORDER BY i.due OFFSET 30 LIMIT 1) AS contract
                FROM identity.person p
                JOIN identity.person_role r ON r.person = p.id
                JOIN identity.person_city c ON c.person = p.id
                WHERE p.id = ANY (SELECT 'crew-' || lpad((n * 331 + ? * 17)::text, 5, '0') FROM generate_series(1, 40) n)
                GROUP BY p.id
                """,
                (row, number) -> new Caller(
                        row.getString("id"),
                        List.of((String[]) row.getArray("groups").getArray()),
                        row.getString("contract")),
                round);
    }

    /** Waiting tasks, each for one of the people, no task for two. */
    private List<Taken> taken(List<Caller> people) {
        var each = (Settings.REQUESTS * Settings.CALLERS + people.size() - 1) / people.size();
        return people.stream()
                .flatMap(person -> jdbc
                        .query(
                                """
                                SELECT i.task_id FROM workflow.task_inbox i
                                WHERE i.inbox = ? AND i.assignee IS NULL
                                ORDER BY i.due DESC
                                OFFSET ? LIMIT ?
                                """,
                                (row, number) -> new Taken(row.getString(1), person.id()),
                                person.groups().get(0),
                                people.indexOf(person) * each,
                                each)
                        .stream())
                .toList();
    }

    private void write(String definition, int first, int last) {
        var began = System.nanoTime();
        run("tasks.sql", Map.of(":definition", definition, ":first", "" + first, ":last", "" + last));
        jdbc.execute("VACUUM (ANALYZE)");
        jdbc.execute("CHECKPOINT");
        System.out.printf(
                "tasks %,d to %,d written in %d s%n",
                first, last, Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    private void run(String script, Map<String, String> parameters) {
        var text = BareEngine.text(FOLDER.resolve(script));
        for (var parameter : parameters.entrySet()) {
            text = text.replace(parameter.getKey(), parameter.getValue());
        }
        jdbc.execute(text);
    }

    private void keepStatements() {
        try {
            Files.writeString(
                    Bench.FOLDER.resolveSibling("bench-statements-tasks.tsv"),
                    postgres.statements("esop", Settings.REQUESTS * Settings.CALLERS));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void tell(Map<String, Times> few, Map<String, Times> all) {
        report.title("The inbox with %,d open tasks".formatted(Settings.TASKS));
        report.line("%d callers over HTTP, %d requests each, load %s. Milliseconds: median / p95.\n"
                .formatted(Settings.CALLERS, Settings.REQUESTS, load()));
        report.row(
                "",
                "%,d".formatted(Settings.TASKS / 5),
                "%,d".formatted(Settings.TASKS),
                "wanted p95",
                "medians, limit " + LIMIT);
        report.row("---", "---", "---", "---", "---");
        few.forEach((what, before) -> {
            var after = all.get(what);
            report.row(
                    what,
                    before.toString(),
                    after.toString(),
                    verdict("%d".formatted(WANTED.get(what)), after.p95() <= WANTED.get(what)),
                    verdict(
                            "%.2f".formatted(after.median() / before.median()),
                            after.median() <= LIMIT * before.median()));
        });
    }

    private void compare(Map<String, Times> ours, Map<String, Times> bare, Map<String, Times> indexed) {
        report.line("\nESOP over HTTP against the engine within this JVM, load %s.\n".formatted(load()));
        report.row(
                "",
                "ESOP",
                "engine",
                "engine / ESOP",
                "wanted",
                "engine with the missing indexes",
                "engine / ESOP, wanted 1");
        report.row("---", "---", "---", "---", "---", "---", "---");
        ours.forEach((what, our) -> {
            var wanted = TIMES_FASTER.get(what);
            var factor = bare.get(what).median() / our.median();
            var best = indexed.get(what).median() / our.median();
            report.row(
                    what,
                    our.toString(),
                    bare.get(what).toString(),
                    "%.1f".formatted(factor),
                    verdict(String.valueOf(wanted), factor >= wanted),
                    indexed.get(what).toString(),
                    verdict("%.1f".formatted(best), best > 1));
        });
    }

    private void tellOfScreen() {
        var person = people().get(0).id();
        report.line("\nThe next task's header, ten times in a browser, ms (at most 200 from the answer): "
                + Script.run(Path.of("."), FOLDER.resolve("next-task.mjs").toString(), esop.address(), person));
        report.line("\nBundles: " + Script.run(Path.of("src", "main", "frontend"), "budget.mjs"));
    }

    private static String verdict(String figure, boolean kept) {
        return figure + (kept ? " kept" : " **missed**");
    }

    private static String load() {
        return BareEngine.text(Path.of("/proc/loadavg")).split(" ")[0];
    }

    private record Caller(String id, List<String> groups, String contract) {}

    private record Taken(String task, String person) {}
}
