package esop.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can happen to the machine that PostgreSQL runs on. */
final class Postgres {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final Path folder;

    Postgres(Path folder) {
        this.folder = folder;
    }

    /** It loses power and is back after a while. */
    void crash(Duration down) {
        var options = options();
        stopHard();
        Packaged.pause(down);
        start(options);
    }

    void stopHard() {
        var processes = processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    Path folder() {
        return folder;
    }

    /** Nothing moves for a while, and then everything goes on as if nothing had been. */
    void freeze(Duration still) {
        signal("-STOP");
        Packaged.pause(still);
        signal("-CONT");
    }

    boolean isRunning() {
        return Files.exists(folder.resolve("postmaster.pid"))
                && processes().stream().anyMatch(ProcessHandle::isAlive);
    }

    /** As it was started before. */
    void start(String options) {
        try {
            Files.deleteIfExists(folder.resolve("postmaster.pid"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        run(List.of(program("pg_ctl"), "--pgdata=" + folder, "--options=" + options, "--wait", "start"));
    }

    /** What it was started with, besides its folder. */
    String options() {
        try {
            var words = new ArrayList<String>();
            var matcher = QUOTED.matcher(Files.readString(folder.resolve("postmaster.opts")));
            while (matcher.find()) {
                words.add(matcher.group(1));
            }
            var folderAt = words.indexOf("-D");
            words.remove(folderAt + 1);
            words.remove(folderAt);
            return String.join(" ", words);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void signal(String signal) {
        var command = new ArrayList<>(List.of("kill", signal));
        processes().forEach(process -> command.add(String.valueOf(process.pid())));
        run(command);
    }

    private List<ProcessHandle> processes() {
        try {
            var pid = Long.parseLong(
                    Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
            return ProcessHandle.of(pid)
                    .map(master -> Stream.concat(Stream.of(master), master.descendants())
                            .toList())
                    .orElse(List.of());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void run(List<String> command) {
        try {
            var log = folder.resolveSibling("postgres-fault.log").toFile();
            var unprivileged = command.get(0).equals("kill")
                            || !System.getProperty("user.name").equals("root")
                    ? List.<String>of()
                    : List.of("unshare", "--user");
            var whole = new ArrayList<>(unprivileged);
            whole.addAll(command);
            var process = new ProcessBuilder(whole)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            if (process.waitFor() != 0) {
                throw new AssertionError(command + " failed, see " + log);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private String program(String name) {
        try (var files = Files.walk(folder.resolveSibling("postgres-programs"))) {
            return files.filter(file -> file.endsWith(Path.of("bin", name)))
                    .findFirst()
                    .orElseThrow()
                    .toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
