package esop.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Enters orders, does the two tasks of each (sign-off, return call) as they come up, and waits until nothing is left. */
final class Flow {

    private static final Map<String, Map<String, ?>> ANSWERS = Map.of(
            "signOffWorkOrder", Map.of("signOff", "accept"), "callCustomer", Map.of("satisfaction", "satisfied"));

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private record Open(String id, String activity) {}

    private final Side side;
    private final JdbcClient watcher;
    private final Set<String> done = new HashSet<>();

    Flow(Postgres postgres, Side side) {
        this.side = side;
        this.watcher = JdbcClient.create(postgres.database(side.database()));
    }

    void run(int orders) {
        var callers = Executors.newFixedThreadPool(Settings.CALLERS);
        try {
            var entered = IntStream.range(0, orders)
                    .mapToObj(number -> callers.submit(side::enter))
                    .toList();
            var end = Instant.now().plus(PATIENCE);
            while (!(entered.stream().allMatch(Future::isDone) && done.size() >= 2 * orders && side.isIdle())) {
                var answered = open().filter(task -> done.add(task.id()))
                        .map(task -> callers.submit(() -> complete(task)))
                        .toList();
                answered.forEach(Flow::join);
                entered.stream().filter(Future::isDone).forEach(Flow::join);
                Wait.pause(Duration.ofMillis(50));
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException(side.name() + " does not finish its orders, see " + Bench.FOLDER);
                }
            }
        } finally {
            callers.shutdownNow();
        }
    }

    /** Again where another branch of the same instance was committed in between, as a person would. */
    private void complete(Open task) {
        for (var attempt = 1; ; attempt++) {
            try {
                side.complete(task.id(), task.activity(), ANSWERS.get(task.activity()));
                return;
            } catch (IllegalStateException overtaken) {
                if (attempt == 10) {
                    throw overtaken;
                }
                Wait.pause(Duration.ofMillis(50));
            }
        }
    }

    private Stream<Open> open() {
        return watcher
                .sql("SELECT id_, task_def_key_ FROM %sact_ru_task".formatted(side.engine()))
                .query((row, number) -> new Open(row.getString("id_"), row.getString("task_def_key_")))
                .list()
                .stream();
    }

    private static void join(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
