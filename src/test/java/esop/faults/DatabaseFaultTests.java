package esop.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away, stands still, or has nowhere left to write. */
@Tag("long")
class DatabaseFaultTests {

    @Test
    void stoppedHardForHalfAMinuteLosesNothing() throws IOException {
        survives(new Province(), province -> province.postgres().crash(Duration.ofSeconds(30)));
    }

    @Test
    void standingStillForAMinuteLosesNothing() throws IOException {
        survives(new Province(), province -> province.postgres().freeze(Duration.ofMinutes(1)));
    }

    @Test
    void aFullDiskRefusesAndLosesNothing() throws Exception {
        var disk = Path.of("target", "small-disk").toAbsolutePath();
        Files.createDirectories(disk);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1500m,mode=755", "tmpfs", disk.toString()),
                "needs a disk of its own");
        try {
            survives(new Province(disk.resolve("data")), province -> fill(disk, province));
        } finally {
            run("umount", "--lazy", disk.toString());
        }
    }

    /** What fails is injected while ten orders are on their way and one is just being placed. */
    private static void survives(Province province, java.util.function.Consumer<Province> fault) throws IOException {
        try (province) {
            var orders = Orders.of(province);
            var placed = new ArrayList<>(orders.placeAll("before", 10, "vpmn", "adc"));
            var meanwhile = CompletableFuture.supplyAsync(() -> {
                Packaged.pause(Duration.ofSeconds(2));
                return orders.place("meanwhile", "vpmn", "adc");
            });

            fault.accept(province);

            placed.add(meanwhile.join());
            placed.add(orders.place("after", "vpmn", "adc"));
            orders.awaitState(placed, "completed");
            orders.eachTookEffectOnce(placed);
        }
    }

    /** To the last byte, for a while; an operator then makes room, and starts what has given up. */
    private static void fill(Path disk, Province province) {
        var ballast = disk.resolve("ballast");
        var options = province.postgres().options();
        try {
            run("dd", "if=/dev/zero", "of=" + ballast, "bs=1M");
            run("dd", "if=/dev/zero", "of=" + ballast + "-rest", "bs=512");
            Packaged.pause(Duration.ofSeconds(20));
        } finally {
            try {
                Files.deleteIfExists(ballast);
                Files.deleteIfExists(Path.of(ballast + "-rest"));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        Packaged.pause(Duration.ofSeconds(5));
        if (!province.postgres().isRunning()) {
            province.postgres().start(options);
        }
        await().atMost(Orders.PATIENCE).until(() -> !Orders.customers(province).isEmpty());
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
