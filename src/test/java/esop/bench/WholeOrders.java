package esop.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Orders of three service orders from entry to the end of the return call, in turns, each side alone while it is measured. */
final class WholeOrders {

    private final Postgres postgres;
    private final Province esop;
    private final Report report;

    WholeOrders(Postgres postgres, Province esop, Report report) {
        this.postgres = postgres;
        this.esop = esop;
        this.report = report;
    }

    /** Both sides warm up as they are measured, in turns, and say how far they have come: it takes hundreds of orders. */
    void measure() {
        try (var bare = new BareSide(postgres)) {
            var sides = List.<Side>of(esop, bare);
            sides.forEach(side -> side.node().pause());
            for (var warm = 0; warm < Settings.WARM_UP; warm += Settings.ORDERS) {
                for (var side : sides) {
                    System.out.printf("after %d, %s: %s%n", warm, side.name(), round(side, Settings.ORDERS));
                }
            }
            postgres.forget();
            var costs = new HashMap<Side, List<Cost>>();
            for (var round = 0; round < Settings.ROUNDS; round++) {
                for (var side : sides) {
                    var cost = round(side, Settings.ORDERS);
                    costs.computeIfAbsent(side, new_ -> new ArrayList<>()).add(cost);
                    System.out.printf("round %d, %s: %s%n", round + 1, side.name(), cost);
                }
            }
            sides.forEach(this::keepStatements);
            tell(costs.get(esop), costs.get(bare));
            esop.node().resume();
        }
    }

    private Cost round(Side side, int orders) {
        side.node().resume();
        // It first closes the connections that it was not heard of on for too long.
        Wait.pause(Duration.ofSeconds(2));
        side.ready();
        var before = postgres.usage(side.database());
        var jvm = side.node().cpu();
        var began = System.nanoTime();
        new Flow(postgres, side).run(orders);
        var took = Duration.ofNanos(System.nanoTime() - began);
        postgres.vacuum(side.database());
        var cost = Cost.of(orders, took, side.node().cpu().minus(jvm), before, postgres.usage(side.database()));
        side.node().pause();
        return cost;
    }

    private void keepStatements(Side side) {
        try {
            Files.writeString(
                    Bench.FOLDER.resolveSibling("bench-statements-" + side.database() + ".tsv"),
                    postgres.statements(side.database(), Settings.ROUNDS * Settings.ORDERS));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void tell(List<Cost> ours, List<Cost> theirs) {
        report.title("Whole orders, per order of three service orders");
        report.line(
                "%d rounds of %d orders a side, in turns, after %d to warm up; %d callers. Each cell: least / median / most of the rounds."
                        .formatted(Settings.ROUNDS, Settings.ORDERS, Settings.WARM_UP, Settings.CALLERS));
        report.row("", "ESOP", "bare Camunda", "ratio of medians", "limit", "aim");
        report.row("---", "---", "---", "---", "---", "---");
        compare("CPU of JVM and PostgreSQL, ms", Cost::cpuMillis, ours, theirs, "1.25", "1.0");
        compare("– of the JVM", Cost::jvmMillis, ours, theirs, "", "");
        compare("– of PostgreSQL", Cost::postgresMillis, ours, theirs, "", "");
        compare("SQL statements", Cost::statements, ours, theirs, "1.0", "0.8");
        compare("transactions", Cost::transactions, ours, theirs, "", "");
        compare("WAL, bytes", Cost::walBytes, ours, theirs, "0.75", "0.6");
        compare("orders a second", Cost::ordersPerSecond, ours, theirs, "", "");
    }

    private void compare(
            String what, ToDoubleFunction<Cost> of, List<Cost> ours, List<Cost> theirs, String limit, String aim) {
        var our = Spread.of(ours.stream().mapToDouble(of));
        var their = Spread.of(theirs.stream().mapToDouble(of));
        report.row(what, our.toString(), their.toString(), "%.2f".formatted(our.median() / their.median()), limit, aim);
    }
}
