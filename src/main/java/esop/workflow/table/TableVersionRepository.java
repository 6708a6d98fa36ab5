package esop.workflow.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TableVersionRepository {

    private static final String SELECT = """
            SELECT decision, version, origin, based_on, person, note, package_hash, at
            FROM workflow.table_version
            """;

    private final JdbcClient jdbc;

    TableVersionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction nobody else changes this table. */
    void lock(String decision) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('decision ' || :decision, 0))")
                .param("decision", decision)
                .query((row, number) -> number)
                .list();
    }

    void add(TableVersion version) {
        jdbc.sql("""
                        INSERT INTO workflow.table_version (decision, version, origin, based_on, person, note, package_hash)
                        VALUES (:decision, :version, :origin, :basedOn, :person, :note, :packageHash)
                        """)
                .param("decision", version.decision())
                .param("version", version.version())
                .param("origin", version.origin())
                .param("basedOn", version.basedOn())
                .param("person", version.person())
                .param("note", version.note())
                .param("packageHash", version.packageHash())
                .update();
    }

    /** Newest first. */
    List<TableVersion> of(String decision) {
        return jdbc.sql(SELECT + "WHERE decision = :decision ORDER BY version DESC")
                .param("decision", decision)
                .query(TableVersionRepository::read)
                .list();
    }

    Optional<TableVersion> latest(String decision) {
        return jdbc.sql(SELECT + "WHERE decision = :decision ORDER BY version DESC LIMIT 1")
                .param("decision", decision)
                .query(TableVersionRepository::read)
                .optional();
    }

    /** The latest one of each table that was ever changed. */
    List<TableVersion> latest() {
        return jdbc.sql("""
                        SELECT DISTINCT ON (decision) decision, version, origin, based_on, person, note, package_hash, at
                        FROM workflow.table_version
                        ORDER BY decision, version DESC
                        """).query(TableVersionRepository::read).list();
    }

    private static TableVersion read(ResultSet row, int number) throws SQLException {
        return new TableVersion(
                row.getString("decision"),
                row.getInt("version"),
                row.getString("origin"),
                row.getInt("based_on"),
                row.getString("person"),
                row.getString("note"),
                row.getString("package_hash"),
                row.getTimestamp("at").toInstant());
    }
}
