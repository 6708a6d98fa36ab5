package esop;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A real PostgreSQL in a folder, durable, with one database each for ESOP and the sandbox. */
public final class EmbeddedDatabase implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    public static Path defaultFolder() {
        return Path.of(Optional.ofNullable(System.getenv("ESOP_DATA")).orElse("data"), "postgres")
                .toAbsolutePath();
    }

    public static EmbeddedDatabase open(Path folder) {
        try {
            Files.createDirectories(folder.getParent());
            StalePostgres.stop(folder);
            var database = new EmbeddedDatabase(EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setLocaleConfig("encoding", "UTF8")
                    .setLocaleConfig("locale-provider", "icu")
                    .setLocaleConfig("icu-locale", "zh-CN")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_prepared_transactions", "50")
                    .setServerConfig("max_connections", "120")
                    .start());
            database.create("esop");
            database.create("esop_sandbox");
            return database;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Spring's connection properties for one database. */
    public Map<String, Object> dataSource(String database) {
        return Map.of(
                "spring.datasource.url", postgres.getJdbcUrl("postgres", database) + "&reWriteBatchedInserts=true",
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "postgres");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private void create(String database) {
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
