package esop.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged application as a process of its own, to be started, killed and started again. */
final class Packaged {

    static final Path JAR = Path.of("target", "esop.jar").toAbsolutePath();
    private static final Path LOGS = Path.of("target", "faults").toAbsolutePath();

    private final String name;
    private final Map<String, String> environment;
    private final String[] arguments;
    private Path jar = JAR;
    private Process process;

    Packaged(String name, Map<String, String> environment, String... arguments) {
        this.name = name;
        this.environment = new HashMap<>(environment);
        this.arguments = arguments;
    }

    /** From now on another build. */
    Packaged from(Path otherJar) {
        jar = otherJar;
        return this;
    }

    /** From now on with one more setting. */
    Packaged with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    void without(String variable) {
        environment.remove(variable);
    }

    /** As a machine that stands still, or {@code -CONT}: goes on. */
    void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** And waits until it says that it is ready. */
    Packaged start() {
        launch();
        var until = Instant.now().plus(Duration.ofMinutes(5));
        while (!output().contains("✔")) {
            if (!process.isAlive() || Instant.now().isAfter(until)) {
                throw new AssertionError(name + " does not start:\n" + output());
            }
            pause(Duration.ofMillis(100));
        }
        return this;
    }

    /** Without waiting. */
    Packaged launch() {
        try {
            Files.createDirectories(LOGS);
            var command = new ArrayList<>(List.of(
                    java(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:ReservedCodeCacheSize=128m",
                    "-Xmx384m",
                    "-jar",
                    jar.toString()));
            command.addAll(List.of(arguments));
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
            builder.environment().putAll(environment);
            process = builder.start();
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As a power cut would: nothing gets a chance to finish. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** As an operator does it; the process may finish what it has begun. */
    int stop() {
        process.destroy();
        return await();
    }

    /** The exit code. */
    int await() {
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new AssertionError(name + " does not end");
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    String output() {
        try {
            return Files.readString(log());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Path log() {
        return LOGS.resolve(name + ".log");
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }
}
