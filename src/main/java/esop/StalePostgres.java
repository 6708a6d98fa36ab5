package esop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that a killed run left on our folder: asked to end, and waited for. */
final class StalePostgres {

    private StalePostgres() {}

    static void stop(Path folder) throws IOException {
        var pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        var process = lines.isEmpty() ? null : running(lines.get(0));
        if (process == null) {
            return; // PostgreSQL looks after a file whose process is gone, and knows whether its memory is still in use
        }
        if (isPostgresOn(folder, process, lines)) {
            end(process);
        } else {
            Files.deleteIfExists(pidFile); // the number was given to another program since
        }
    }

    private static ProcessHandle running(String pid) {
        return ProcessHandle.of(Long.parseLong(pid.trim()))
                .filter(ProcessHandle::isAlive)
                .orElse(null);
    }

    private static boolean isPostgresOn(Path folder, ProcessHandle process, List<String> lines) throws IOException {
        var postgres = process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
        var itsFolder = Path.of(lines.size() > 1 ? lines.get(1) : "");
        return postgres && Files.exists(itsFolder) && Files.isSameFile(itsFolder, folder);
    }

    /** First the fast way, which ends open sessions; then the immediate one, which leaves recovery to the next start. */
    private static void end(ProcessHandle process) throws IOException {
        for (var signal : List.of("INT", "QUIT")) {
            if (signal(process, signal) && ended(process)) {
                return;
            }
        }
        throw new StartFailure(
                "上次运行留下的 PostgreSQL（进程 " + process.pid() + "）无法结束。请手工结束它再启动。",
                "the PostgreSQL of an earlier run (process " + process.pid()
                        + ") does not end. End it by hand, then start again.");
    }

    private static boolean signal(ProcessHandle process, String signal) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return process.destroy();
        }
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
        return true;
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException stillThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
