package esop.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One durable PostgreSQL for both sides, which counts what it executes. {@code bench} watches it and is not counted; of {@code keeper},
 * who vacuums, the CPU is.
 */
final class Postgres implements AutoCloseable {

    private static final String PASSWORD = "bench";
    private static final long TICKS_PER_SECOND = 100;

    private final Path folder;
    private final EmbeddedPostgres server;
    private final Map<String, SingleConnectionDataSource> watchings = new ConcurrentHashMap<>();
    private final Map<String, SingleConnectionDataSource> keepings = new ConcurrentHashMap<>();
    private final JdbcClient watcher;

    Postgres(Path folder) throws IOException {
        this.folder = folder;
        var passwordFile = folder.resolveSibling("postgres.password");
        Files.createDirectories(folder.getParent());
        Files.writeString(passwordFile, PASSWORD);
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setOverrideWorkingDirectory(
                        folder.resolveSibling("postgres-programs").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "zh-CN")
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setConnectConfig("password", PASSWORD)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_prepared_transactions", "50")
                .setServerConfig("max_connections", "120")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("pg_stat_statements.max", "20000")
                .setServerConfig("pg_stat_statements.track_planning", Settings.PLANNING)
                .setServerConfig("track_activity_query_size", "4096")
                // It would be counted to whoever's turn it is: see vacuum.
                .setServerConfig("autovacuum", Settings.PARTS.contains("orders") ? "off" : "on")
                // no checkpoint in the middle of a round, which would charge one side with whole pages
                .setServerConfig("checkpoint_timeout", "1h")
                .setServerConfig("max_wal_size", Settings.PARTS.contains("orders") ? "16GB" : "4GB")
                .start();
        var owner = JdbcClient.create(server.getPostgresDatabase(Map.of("password", PASSWORD)));
        for (var role : new String[] {"bench", "keeper"}) {
            owner.sql("CREATE ROLE " + role + " SUPERUSER LOGIN PASSWORD '" + PASSWORD + "'")
                    .update();
        }
        for (var database : new String[] {"esop", "bare"}) {
            owner.sql("CREATE DATABASE " + database).update();
        }
        watcher = JdbcClient.create(database("postgres"));
        watcher.sql("CREATE EXTENSION pg_stat_statements").update();
    }

    /** As its owner sees it, on one connection for all; what it reads and writes is not counted, nor its CPU. */
    DataSource database(String name) {
        return watchings.computeIfAbsent(
                name, database -> new SingleConnectionDataSource(url(database), "bench", PASSWORD, true));
    }

    Map<String, String> environment(String database, String parameters) {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                url(database) + parameters,
                "SPRING_DATASOURCE_USERNAME",
                "postgres",
                "SPRING_DATASOURCE_PASSWORD",
                PASSWORD);
    }

    /** Everything so far that clients have asked of this database. */
    Usage usage(String database) {
        var counted = watcher.sql("""
                        SELECT coalesce(sum(s.calls) FILTER (WHERE s.query !~* '^(begin|start|commit|rollback|savepoint|release)'), 0)
                                   AS statements,
                               coalesce(sum(s.calls) FILTER (WHERE s.query ~* '^begin'), 0) AS transactions,
                               pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') AS wal
                        FROM pg_stat_statements s
                        JOIN pg_database d ON d.oid = s.dbid
                        WHERE d.datname = :database AND s.userid NOT IN ('bench'::regrole, 'keeper'::regrole)
                        """)
                .param("database", database)
                .query((row, number) ->
                        new Usage(cpu(), row.getLong("statements"), row.getLong("transactions"), row.getLong("wal")))
                .single();
        return counted;
    }

    /** What the statements of a database have cost since {@link #forget}, the most WAL first. */
    String statements(String database, int orders) {
        var text = new StringBuilder(
                "calls/order\tWAL bytes/order\trows/order\tms/order\tplans/order\tplanning ms/order\tstatement\n");
        watcher.sql("""
                        SELECT calls, wal_bytes, rows, total_exec_time, plans, total_plan_time, regexp_replace(query, '\\s+', ' ', 'g') AS query
                        FROM pg_stat_statements s
                        JOIN pg_database d ON d.oid = s.dbid
                        WHERE d.datname = :database AND s.userid NOT IN ('bench'::regrole, 'keeper'::regrole)
                        ORDER BY calls DESC, query
                        """).param("database", database).query(row -> {
            text.append("%.2f\t%.0f\t%.2f\t%.3f\t%.2f\t%.3f\t%s%n"
                    .formatted(
                            row.getDouble("calls") / orders,
                            row.getDouble("wal_bytes") / orders,
                            row.getDouble("rows") / orders,
                            row.getDouble("total_exec_time") / orders,
                            row.getDouble("plans") / orders,
                            row.getDouble("total_plan_time") / orders,
                            row.getString("query")));
        });
        return text.toString();
    }

    /** What autovacuum would find to do in this database now, by its usual thresholds. */
    void vacuum(String database) {
        var keeper = JdbcClient.create(keepings.computeIfAbsent(
                database, name -> new SingleConnectionDataSource(url(name), "keeper", PASSWORD, true)));
        keeper.sql("""
                        SELECT concat_ws(' ', CASE WHEN is_vacuumed AND is_analyzed THEN 'VACUUM (ANALYZE)'
                                                   WHEN is_vacuumed THEN 'VACUUM' ELSE 'ANALYZE' END, relid::regclass)
                        FROM (SELECT t.relid,
                                     n_dead_tup > 50 + 0.2 * greatest(reltuples, 0)
                                         OR n_ins_since_vacuum > 1000 + 0.2 * greatest(reltuples, 0) AS is_vacuumed,
                                     n_mod_since_analyze > 50 + 0.1 * greatest(reltuples, 0) AS is_analyzed
                              FROM pg_stat_user_tables t JOIN pg_class c ON c.oid = t.relid) AS found
                        WHERE is_vacuumed OR is_analyzed
                        """)
                .query(String.class)
                .list()
                .forEach(command -> keeper.sql(command).update());
    }

    void forget() {
        watcher.sql("SELECT pg_stat_statements_reset()")
                .query((row, number) -> number)
                .list();
    }

    /**
     * Of all processes of this PostgreSQL, those that have ended among them (the postmaster keeps their sum), without the
     * watchers'.
     */
    private Duration cpu() {
        var postmaster = postmaster();
        var ticks = ticks(postmaster, true);
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                var stat = stat(process);
                if (stat.length > 3 && stat[1].equals(String.valueOf(postmaster))) {
                    ticks += Long.parseLong(stat[11]) + Long.parseLong(stat[12]);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        for (var own : watcher.sql("SELECT pid FROM pg_stat_activity WHERE usename = 'bench'")
                .query(Long.class)
                .list()) {
            ticks -= ticks(own, false);
        }
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }

    private static long ticks(long process, boolean withEnded) {
        var stat = stat(Path.of("/proc", String.valueOf(process)));
        var ticks = Long.parseLong(stat[11]) + Long.parseLong(stat[12]);
        return withEnded ? ticks + Long.parseLong(stat[13]) + Long.parseLong(stat[14]) : ticks;
    }

    /** From the state on: the name before it may contain blanks. Empty where the process is gone. */
    private static String[] stat(Path process) {
        try {
            var text = Files.readString(process.resolve("stat"));
            return text.substring(text.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            return new String[0];
        }
    }

    private long postmaster() {
        try {
            return Long.parseLong(
                    Files.readAllLines(folder.resolve("postmaster.pid")).get(0).trim());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** For connections of their own as the owner. */
    String watchedUrl(String database) {
        return url(database);
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    @Override
    public void close() throws IOException {
        watchings.values().forEach(SingleConnectionDataSource::destroy);
        keepings.values().forEach(SingleConnectionDataSource::destroy);
        server.close();
    }
}
