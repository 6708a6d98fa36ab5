package esop.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.util.FileSystemUtils;

/** A copy of a PostgreSQL's files, taken while it works, as its manual says a base backup is made by hand. */
record Backup(Path copy, Path folder) {

    static Backup take(Province province, Path folder) throws SQLException, IOException {
        var copy = folder.resolveSibling(folder.getFileName() + "-backup");
        FileSystemUtils.deleteRecursively(copy);
        try (var connection = province.connection();
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('faults', true)");
            copy(folder, copy);
            FileSystemUtils.deleteRecursively(copy.resolve("pg_wal"));
            try (var stop = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                stop.next();
                Files.writeString(copy.resolve("backup_label"), stop.getString(1));
            }
            copy(folder.resolve("pg_wal"), copy.resolve("pg_wal"));
        }
        Files.deleteIfExists(copy.resolve("postmaster.pid"));
        return new Backup(copy, folder);
    }

    /** In place of all that has been since. */
    void restore(Postgres postgres) throws IOException {
        var options = postgres.options();
        postgres.stopHard();
        FileSystemUtils.deleteRecursively(folder);
        copy(copy, folder);
        postgres.start(options);
    }

    /** What vanishes meanwhile is in the log that comes with it, so that the exit code says nothing. */
    private static void copy(Path from, Path to) {
        try {
            new ProcessBuilder("cp", "--archive", from.toString(), to.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
