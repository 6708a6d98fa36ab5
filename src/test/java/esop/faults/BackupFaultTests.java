package esop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A backup that was taken while orders ran is restored: ESOP knows less than the systems it works with. */
@Tag("long")
class BackupFaultTests {

    /** More than the 32 numbers that PostgreSQL sets a sequence ahead by itself when it recovers. */
    private static final int FORGOTTEN = 40;

    @Test
    void whatTheBackupDoesNotKnowIsNeitherRepeatedNorMixedUp() throws IOException, SQLException {
        try (var province = new Province()) {
            var orders = Orders.of(province);
            province.sandbox().put("/behaviour/eoms", Map.of("manual", true));
            province.sandbox().put("/faults/boss", Map.of("mode", "timeout-before", "delayMs", 500));
            var unsent = orders.placeAll("unsent", 10, "vpmn", "adc");
            var waiting = orders.placeAll("waiting", 5, "leased-line");
            await().atMost(Orders.PATIENCE).until(() -> waiting.stream().allMatch(order -> isWithEoms(orders, order)));

            var meanwhile = CompletableFuture.supplyAsync(() -> orders.placeAll("meanwhile", 10, "vpmn"));
            var backup = Backup.take(province, province.postgres().folder());

            province.sandbox().delete("/faults");
            province.sandbox().put("/behaviour/eoms", Map.of("manual", false));
            var forgotten = orders.placeAll("forgotten", FORGOTTEN, "vpmn");
            orders.awaitState(both(unsent, both(meanwhile.join(), forgotten)), "completed");
            orders.awaitExecuted(waiting);
            var forgottenIds = idsOf(orders, forgotten);

            province.server().kill();
            backup.restore(province.postgres());
            province.server().with("ESOP_CALLS_RESTORED", "faults").start();

            orders.awaitState(unsent, "completed");
            orders.awaitExecuted(waiting);
            var known = meanwhile.join().stream().filter(orders::isKnown).toList();
            orders.awaitState(known, "completed");
            var after = orders.placeAll("after", 10, "vpmn");
            orders.awaitState(after, "completed");
            assertThat(idsOf(orders, after)).doesNotContainAnyElementsOf(forgottenIds);
            assertThat(forgotten).noneMatch(orders::isKnown);
            orders.eachTookEffectOnce(both(both(unsent, waiting), both(known, after)));
        }
    }

    private static boolean isWithEoms(Orders orders, String order) {
        return orders.calls(order).stream()
                .anyMatch(call -> call.path("system").asText().equals("eoms")
                        && call.path("key").asText().startsWith("WO")
                        && call.path("state").asText().equalsIgnoreCase("done"));
    }

    private static Set<String> idsOf(Orders orders, Collection<String> placed) {
        return placed.stream().flatMap(order -> orders.idsOf(order).stream()).collect(Collectors.toSet());
    }

    private static List<String> both(Collection<String> some, Collection<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
