package esop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes share the work; one of them dies, stands still longer than it may, or has a wrong clock. */
@Tag("long")
class NodeFaultTests {

    /** Longer than both the lease of a call and the lock of a job, as {@link Province} sets them. */
    private static final Duration PAST_EVERY_LEASE = Duration.ofSeconds(40);

    private static final Path FAKE_CLOCK = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");

    private static Province province;
    private static Orders orders;

    private CallLog log;

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

    @BeforeEach
    void fromNowOn() {
        log = CallLog.fromNowOn(province);
    }

    @AfterEach
    void heal() {
        province.sandbox().delete("/faults");
    }

    /** Injected while its calls are on their way. */
    @Test
    void whatAKilledNodeHeldIsDoneByTheOther() {
        province.sandbox().put("/faults/boss", Map.of("mode", "delay", "delayMs", 4000));
        var other = province.node("killed-node", Map.of()).start();
        var placed = orders.placeAll("killed-node", 30, "vpmn", "adc");

        other.kill();
        province.sandbox().delete("/faults");

        orders.awaitState(placed, "completed");
        orders.eachTookEffectOnce(placed);
    }

    /** Injected while its calls are on their way: every answer takes four seconds. */
    @Test
    void aNodeThawedAfterItsLeaseRepeatsNothingAndChangesNothing() {
        province.sandbox().put("/faults/boss", Map.of("mode", "delay", "delayMs", 4000));
        var other = province.node("frozen-node", Map.of()).start();
        try {
            var placed = orders.placeAll("frozen-node", 30, "vpmn");

            other.signal("-STOP");
            Packaged.pause(PAST_EVERY_LEASE);
            other.signal("-CONT");

            orders.awaitState(placed, "completed");
            orders.eachTookEffectOnce(placed);
            await().atMost(Orders.PATIENCE).until(() -> log.answersTooLate() + log.changesAfterTheEnd() > 0);
            assertThat(log.changesAfterTheEnd())
                    .as("stored by who no longer held the call")
                    .isZero();
        } finally {
            other.signal("-CONT");
            other.stop();
        }
    }

    /** Injected in the middle of its transactions: they wait for a table, it is frozen, the table is free again. */
    @Test
    void aFrozenNodeHoldsNobodyUp() throws SQLException {
        province.sandbox().put("/faults/boss", Map.of("mode", "delay", "delayMs", 4000));
        var other = province.node("holding-node", Map.of()).start();
        try {
            var placed = orders.placeAll("holding-node", 20, "vpmn");
            try (var held = log.hold()) {
                Packaged.pause(Duration.ofSeconds(5));
                other.signal("-STOP");
            }

            orders.awaitState(placed, "completed");
            orders.eachTookEffectOnce(placed);
        } finally {
            other.signal("-CONT");
            other.stop();
        }
    }

    /** The node that people and callbacks come to has the wrong clock, its fellow the right one. */
    @ParameterizedTest
    @ValueSource(strings = {"+10m", "-10m"})
    void aNodeWhoseClockIsWrongDoublesNothingAndMissesNothing(String clock) {
        assumeTrue(Files.exists(FAKE_CLOCK), "needs libfaketime (Debian: apt-get install faketime)");
        province.sandbox().put("/faults/boss", Map.of("mode", "delay", "delayMs", 1000));
        var fellow = province.node("right-clock", Map.of()).start();
        province.server().stop();
        wrong(clock).forEach(province.server()::with);
        try {
            province.server().start();
            var placed = orders.placeAll("clock" + clock, 30, "vpmn", "adc");
            var lines = orders.placeAll("clock-line" + clock, 5, "leased-line");

            orders.awaitState(placed, "completed");
            orders.awaitExecuted(lines);
            orders.eachTookEffectOnce(placed);
            orders.eachTookEffectOnce(lines);
            assertThat(log.answersTooLate()).as("taken from whoever held it").isZero();
        } finally {
            fellow.stop();
            province.server().stop();
            wrong(clock).keySet().forEach(province.server()::without);
            province.server().start();
        }
    }

    private static Map<String, String> wrong(String clock) {
        return Map.of(
                "LD_PRELOAD",
                FAKE_CLOCK.toString(),
                "FAKETIME",
                clock,
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // or waiting, which goes by the monotonic clock, ends at once or never
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    @Test
    void everyOrderOfTwoNodesIsThereOnce() {
        var other = province.node("twin", Map.of()).start();
        try {
            var placed = Stream.of(orders.placeAll("twin", 30, "vpmn"), orders.placeAll("twin", 30, "vpmn"))
                    .flatMap(List::stream)
                    .distinct()
                    .toList();

            assertThat(placed).hasSize(30);
            orders.awaitState(placed, "completed");
            orders.eachTookEffectOnce(placed);
            assertThat(log.answersTooLate()).as("taken from whoever held it").isZero();
        } finally {
            other.stop();
        }
    }
}
