package esop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
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
    void whatAKilledNodeHeldIsDoneByTheOther() {
        var other = province.node("killed-node", Map.of()).start();
        var placed = orders.placeAll("killed-node", 40, "vpmn", "adc");

        other.kill();

        orders.awaitState(placed, "completed");
        assertThat(placed).allSatisfy(orders::tookEffectOnce);
    }

    /** Injected while its calls are on their way: every answer takes two seconds. */
    @Test
    void aNodeThawedAfterItsLeaseRepeatsNothing() {
        province.sandbox().put("/faults/boss", Map.of("mode", "delay", "delayMs", 2000));
        var other = province.node("frozen-node", Map.of()).start();
        try {
            var placed = orders.placeAll("frozen-node", 30, "vpmn");

            other.signal("-STOP");
            Packaged.pause(PAST_EVERY_LEASE);
            other.signal("-CONT");

            orders.awaitState(placed, "completed");
            assertThat(placed).allSatisfy(orders::tookEffectOnce);
        } finally {
            other.signal("-CONT");
            other.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10m", "-10m"})
    void aNodeWhoseClockIsWrongDoublesNothing(String clock) {
        assumeTrue(Files.exists(FAKE_CLOCK), "needs libfaketime (Debian: apt-get install faketime)");
        province.sandbox().put("/faults/boss", Map.of("mode", "delay", "delayMs", 1000));
        var other = province.node(
                        "clock" + clock,
                        Map.of(
                                "LD_PRELOAD",
                                FAKE_CLOCK.toString(),
                                "FAKETIME",
                                clock,
                                "FAKETIME_DONT_FAKE_MONOTONIC",
                                "1"))
                .start();
        try {
            var placed = orders.placeAll("clock" + clock, 40, "vpmn", "adc");

            orders.awaitState(placed, "completed");
            assertThat(placed).allSatisfy(orders::tookEffectOnce);
        } finally {
            other.stop();
        }
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
        } finally {
            other.stop();
        }
    }
}
