package esop.provisioning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OutlookRepository {

    private final JdbcClient jdbc;

    OutlookRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param generation of the step: what was said of an earlier one is not its */
    Optional<Outlook> find(String subject, int generation) {
        return jdbc.sql("""
                        SELECT expected, alert, alerted, milestone
                        FROM provisioning.outlook
                        WHERE subject = :subject AND generation = :generation
                        """)
                .param("subject", subject)
                .param("generation", generation)
                .query((row, number) -> read(row))
                .optional();
    }

    void save(String subject, int generation, String city, Outlook outlook) {
        jdbc.sql("""
                        INSERT INTO provisioning.outlook (subject, generation, city, expected, alert, alerted, milestone)
                        VALUES (:subject, :generation, :city, :expected, :alert, :alerted, :milestone)
                        ON CONFLICT (subject) DO UPDATE
                        SET generation = excluded.generation, expected = excluded.expected, alert = excluded.alert,
                            alerted = excluded.alerted, milestone = excluded.milestone
                        """)
                .param("subject", subject)
                .param("generation", generation)
                .param("city", city)
                .param("expected", utc(outlook.expected()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("alert", outlook.alert(), Types.VARCHAR)
                .param("alerted", utc(outlook.alerted()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("milestone", outlook.milestone(), Types.VARCHAR)
                .update();
    }

    static Outlook read(ResultSet row) throws SQLException {
        return new Outlook(
                instant(row, "expected"), row.getString("alert"), instant(row, "alerted"), row.getString("milestone"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
