package esop.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Runs its parts, one after the other, and writes what it has measured to {@code target/bench.md}. */
public final class Bench {

    static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
        var report = new Report(Path.of("target", "bench.md"));
        try (var postgres = new Postgres(FOLDER.resolve("postgres"));
                var province = new Province(postgres)) {
            if (Settings.PARTS.contains("orders")) {
                new WholeOrders(postgres, province, report).measure();
            }
            if (Settings.PARTS.contains("history")) {
                new History(postgres, province, report).measure();
            }
            if (Settings.PARTS.contains("tasks")) {
                new OpenTasks(postgres, province, report).measure();
            }
        }
        System.exit(0);
    }
}
