package esop.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java process of one side, which is held still while the other side is measured. */
final class Node implements AutoCloseable {

    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xmx512m", "-Dfile.encoding=UTF-8");

    private final String name;
    private final Process process;

    private Node(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /** And waits until it says so. */
    static Node start(String name, String ready, Map<String, String> environment, List<String> arguments) {
        try {
            var command = new ArrayList<String>();
            command.add(ProcessHandle.current().info().command().orElse("java"));
            command.addAll(FLAGS);
            command.addAll(arguments);
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log(name).toFile());
            builder.environment().putAll(environment);
            var node = new Node(name, builder.start());
            Runtime.getRuntime().addShutdownHook(new Thread(node::close));
            node.await(ready);
            return node;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    private void await(String ready) throws IOException {
        var until = Instant.now().plus(Duration.ofMinutes(5));
        while (!Files.readString(log(name)).contains(ready)) {
            if (!process.isAlive() || Instant.now().isAfter(until)) {
                throw new IllegalStateException(name + " does not start, see " + log(name));
            }
            Wait.pause(Duration.ofMillis(100));
        }
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Path log(String name) {
        return Bench.FOLDER.resolve(name + ".log");
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            resume();
            process.destroy();
            try {
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
