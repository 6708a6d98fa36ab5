package esop.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One system is away for a long time: the others do not notice. {@code ESOP_FAULTS_OUTAGE} says how long, ten minutes otherwise. */
@Tag("long")
class OutageFaultTests {

    private static final Duration OUTAGE =
            Duration.parse(Objects.requireNonNullElse(System.getenv("ESOP_FAULTS_OUTAGE"), "PT10M"));

    private static final Duration IN_HEALTH =
            OUTAGE.compareTo(Duration.ofMinutes(3)) > 0 ? Duration.ofMinutes(3) : OUTAGE;

    /** A person begins an order this often, at the most: what is compared is not how busy the machine is. */
    private static final Duration PACE = Duration.ofSeconds(4);

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

    @Test
    void theOthersKeepTheirRateAndWhatWaitedIsDoneAfterwards() throws InterruptedException {
        var waiting = new ConcurrentLinkedQueue<String>();
        rate("warm-up", Duration.ofSeconds(30), waiting);

        var health = rate("health", IN_HEALTH, waiting);
        province.sandbox().put("/faults/eoms", Map.of("mode", "timeout-before"));
        var outage = rate("outage", OUTAGE, waiting);
        province.sandbox().delete("/faults");

        System.out.printf("orders a minute: %.1f in health, %.1f in the outage of EOMS%n", health, outage);
        var lines = List.copyOf(waiting);
        orders.awaitExecuted(lines);
        orders.eachTookEffectOnce(lines);
        assertThat(outage).isGreaterThanOrEqualTo(0.9 * health);
    }

    /** How many orders a minute four people get done at BOSS, while a fifth keeps ordering lines of EOMS. */
    private static double rate(String name, Duration time, ConcurrentLinkedQueue<String> lines)
            throws InterruptedException {
        var until = Instant.now().plus(time);
        var people = Executors.newFixedThreadPool(5);
        var done = new ConcurrentLinkedQueue<String>();
        IntStream.range(0, 4)
                .forEach(person -> people.submit(() -> {
                    for (var number = 0; Instant.now().isBefore(until); number++) {
                        var next = Instant.now().plus(PACE);
                        var order = orders.place(name + "-" + person + "-" + number, "vpmn");
                        orders.awaitState(List.of(order), "completed");
                        done.add(order);
                        pauseUntil(next);
                    }
                }));
        people.submit(() -> {
            for (var number = 0; Instant.now().isBefore(until); number++) {
                lines.add(orders.place(name + "-line-" + number, "leased-line"));
                Packaged.pause(Duration.ofSeconds(3));
            }
        });
        people.shutdown();
        assertThat(people.awaitTermination(time.toSeconds() + 300, TimeUnit.SECONDS))
                .isTrue();
        return new ArrayList<>(done).size() * 60.0 / time.toSeconds();
    }

    private static void pauseUntil(Instant time) {
        var left = Duration.between(Instant.now(), time);
        if (!left.isNegative()) {
            Packaged.pause(left);
        }
    }
}
