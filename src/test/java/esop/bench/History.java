package esop.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same requests on a database with hardly an order in it and on one with a long past. */
final class History {

    private static final double LIMIT = 1.3;
    /** So that each list has a first page. */
    private static final int FEW = 2_000;

    private final Postgres postgres;
    private final Province esop;
    private final Report report;

    History(Postgres postgres, Province esop, Report report) {
        this.postgres = postgres;
        this.esop = esop;
        this.report = report;
    }

    void measure() {
        var flow = new Flow(postgres, esop);
        flow.run(Settings.WARM_UP);
        write(1, FEW);
        var empty = figures("客户12");
        var began = System.nanoTime();
        write(FEW + 1, Settings.HISTORY);
        var minutes = Duration.ofNanos(System.nanoTime() - began).toSeconds() / 60.0;
        new Flow(postgres, esop).run(Settings.ORDERS);
        tell(empty, figures("客户4321"), minutes);
    }

    /**
     * In milliseconds; of the whole orders, how long one takes at this throughput.
     *
     * @param rare a part of a customer's name that some dozens of the orders have
     */
    private Map<String, Spread> figures(String rare) {
        var figures = new LinkedHashMap<String, Spread>();
        var order = newest("/api/orders?size=1", Province.SELLER);
        var instance = newest("/api/instances?size=1", Province.OPERATIONS);
        figures.put("enter an order", times(esop::enter));
        page(figures, "order's page", Province.SELLER, "/api/orders/" + order);
        page(figures, "– its timeline", Province.SELLER, "/api/orders/" + order + "/timeline");
        page(figures, "order list", Province.SELLER, "/api/orders?size=20");
        page(figures, "– under way", Province.SELLER, "/api/orders?size=20&state=inProgress");
        page(figures, "– completed", Province.SELLER, "/api/orders?size=20&state=completed");
        page(figures, "– of a product", Province.SELLER, "/api/orders?size=20&product=vpmn");
        page(figures, "– of a customer", Province.SELLER, "/api/orders?size=20&customer=" + esop.customer());
        page(figures, "– late", Province.SELLER, "/api/orders?size=20&late=true");
        page(figures, "– page 20", Province.SELLER, "/api/orders?size=20&page=20");
        page(figures, "– of a product, completed", Province.SELLER, "/api/orders?size=20&product=vpmn&state=completed");
        page(figures, "– searched for an order's number", Province.SELLER, "/api/orders?size=20&q=" + order);
        page(figures, "– for a part of a name few have", Province.SELLER, "/api/orders?size=20&q=" + rare);
        page(figures, "– for two characters all have", Province.SELLER, "/api/orders?size=20&q=客户");
        page(figures, "– of the whole province", Province.MANAGER, "/api/orders?size=20");
        page(figures, "– of the whole province, under way", Province.MANAGER, "/api/orders?size=20&state=inProgress");
        page(figures, "– of the whole province, completed", Province.MANAGER, "/api/orders?size=20&state=completed");
        page(figures, "inbox of the group", Province.OPERATIONS, "/api/tasks?view=group&size=20");
        page(figures, "– numbers beside it", Province.OPERATIONS, "/api/tasks/counts");
        page(figures, "work orders", Province.OPERATIONS, "/api/work-orders?size=20");
        page(figures, "– not finished", Province.OPERATIONS, "/api/work-orders?size=20&open=true&sort=due,asc");
        page(figures, "– searched for an order's number", Province.OPERATIONS, "/api/work-orders?size=20&q=" + order);
        page(figures, "fallout bench", Province.OPERATIONS, "/api/fallouts?size=20");
        page(figures, "– by kind", Province.OPERATIONS, "/api/fallouts/groups");
        page(figures, "instances", Province.OPERATIONS, "/api/instances?size=20");
        page(figures, "– running", Province.OPERATIONS, "/api/instances?size=20&state=running");
        page(figures, "– of one process", Province.OPERATIONS, "/api/instances?size=20&process=order");
        page(figures, "calls", Province.OPERATIONS, "/api/calls?size=20");
        page(figures, "done tasks", Province.OPERATIONS, "/api/tasks?view=done&size=20");
        page(figures, "an instance", Province.OPERATIONS, "/api/instances/" + instance);
        page(figures, "– its timeline", Province.OPERATIONS, "/api/instances/" + instance + "/timeline");
        var rounds = new ArrayList<Double>();
        new Flow(postgres, esop).run(0);
        for (var round = 0; round < 3; round++) {
            var began = System.nanoTime();
            new Flow(postgres, esop).run(Settings.ORDERS);
            rounds.add((System.nanoTime() - began) / 1e6 / Settings.ORDERS);
        }
        figures.put(
                "a whole order (time over number)", Spread.of(rounds.stream().mapToDouble(Double::doubleValue)));
        return figures;
    }

    private void page(Map<String, Spread> figures, String name, String person, String path) {
        figures.put(
                name.startsWith("–") ? figures.size() + " " + name : name,
                times(() -> esop.http().get(person, path)));
    }

    private static Spread times(Runnable request) {
        for (var warm = 0; warm < Settings.REQUESTS / 5; warm++) {
            request.run();
        }
        return Spread.of(DoubleStream.generate(() -> {
                    var began = System.nanoTime();
                    request.run();
                    return (System.nanoTime() - began) / 1e6;
                })
                .limit(Settings.REQUESTS));
    }

    private String newest(String list, String person) {
        return esop.http().get(person, list).path("items").path(0).path("id").asText();
    }

    private void write(int first, int last) {
        var jdbc = new JdbcTemplate(postgres.database("esop"));
        try {
            var script = Files.readString(Path.of("src", "test", "bench", "history.sql"))
                    .replace(":first", String.valueOf(first))
                    .replace(":last", String.valueOf(last));
            jdbc.execute(script);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        // A past of years has been vacuumed many times.
        jdbc.execute("VACUUM (ANALYZE)");
        jdbc.execute("CHECKPOINT");
    }

    private void tell(Map<String, Spread> empty, Map<String, Spread> full, double minutes) {
        report.title("With %,d finished orders of history".formatted(Settings.HISTORY));
        report.line("Written in %.0f minutes; %d requests each, one caller, milliseconds: least / median / most.\n"
                .formatted(minutes, Settings.REQUESTS));
        report.row("", "without", "with", "ratio of medians", "limit %.1f".formatted(LIMIT));
        report.row("---", "---", "---", "---", "---");
        empty.forEach((name, before) -> {
            var ratio = full.get(name).median() / before.median();
            report.row(
                    name.replaceFirst("^\\d+ ", ""),
                    before.toString(),
                    full.get(name).toString(),
                    "%.2f".formatted(ratio),
                    ratio > LIMIT ? "**missed**" : "kept");
        });
    }
}
