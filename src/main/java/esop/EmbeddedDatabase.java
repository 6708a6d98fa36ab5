package esop;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL in a folder, durable, with one database each for ESOP and the sandbox. */
public final class EmbeddedDatabase implements AutoCloseable {

    static final String MAJOR_VERSION = "17";

    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres postgres, String password) {
        this.postgres = postgres;
        this.password = password;
    }

    public static EmbeddedDatabase open(Path folder) {
        try {
            Files.createDirectories(folder.getParent());
            StalePostgres.stop(folder);
            if (!Files.exists(folder.resolve("PG_VERSION"))) {
                create(folder);
            }
            var database = new EmbeddedDatabase(start(folder, passwordFile(folder)), password(folder));
            database.createDatabase("esop");
            database.createDatabase("esop_sandbox");
            return database;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Spring's connection properties for one database. */
    public Map<String, Object> dataSource(String database) {
        return Map.of(
                "spring.datasource.url",
                postgres.getJdbcUrl("postgres", database) + "&reWriteBatchedInserts=true",
                "spring.datasource.username",
                "postgres",
                "spring.datasource.password",
                password);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    /** Beside the folder and renamed when complete: a start that is killed half-way leaves nothing to trip over. */
    private static void create(Path folder) throws IOException {
        var unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        StalePostgres.stop(unfinished);
        FileSystemUtils.deleteRecursively(unfinished);
        writePassword(passwordFile(folder));
        start(unfinished, passwordFile(folder)).close();
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static EmbeddedPostgres start(Path folder, Path passwordFile) throws IOException {
        var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setOverrideWorkingDirectory(programs(folder).toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "zh-CN")
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setConnectConfig("password", read(passwordFile))
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_prepared_transactions", "50")
                .setServerConfig("max_connections", "120")
                .start();
        restrict(programs(folder), "rwxr-xr-x"); // the library lets everybody write there
        return postgres;
    }

    private static Path programs(Path folder) {
        return folder.resolveSibling("postgres-programs");
    }

    private static Path passwordFile(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".password");
    }

    private static void writePassword(Path file) throws IOException {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(file);
        Files.createFile(file);
        restrict(file, "rw-------");
        Files.writeString(file, HexFormat.of().formatHex(random));
    }

    private static void restrict(Path path, String rights) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        }
    }

    private static String password(Path folder) throws IOException {
        return read(passwordFile(folder));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file).trim();
    }

    private void createDatabase(String database) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var find = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            find.setString(1, database);
            if (!find.executeQuery().next()) {
                try (var create = connection.createStatement()) {
                    create.execute("CREATE DATABASE " + database);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot create database " + database, failure);
        }
    }
}
