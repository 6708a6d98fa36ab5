package esop.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.audit.AuditedRecord.Element;
import esop.identity.DataScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The records that audits have asked for, element by element. */
@Repository
class RecordRepository {

    private static final String SELECT = """
            SELECT audit_id, position, city, system, kind, record_id, name, source, written_by, written, question, state, answered, elements
            FROM audit.audited_record
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RecordRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Asked for, perhaps again: then it takes the place of what was known of it. */
    void ask(AuditedRecord record) {
        jdbc.sql("""
                        INSERT INTO audit.audited_record (
                            audit_id, position, city, system, kind, record_id, name, source, written_by, written, question, state, elements)
                        VALUES (:audit, :position, :city, :system, :kind, :record, :name, :source, :writtenBy, :written, :question, 'asked',
                            CAST(:elements AS jsonb))
                        ON CONFLICT (audit_id, name) DO UPDATE
                        SET record_id = EXCLUDED.record_id, source = EXCLUDED.source, written_by = EXCLUDED.written_by,
                            written = EXCLUDED.written, question = EXCLUDED.question, state = 'asked', elements = EXCLUDED.elements
                        """)
                .param("audit", record.auditId())
                .param("position", record.position())
                .param("city", record.city())
                .param("system", record.system())
                .param("kind", record.kind())
                .param("record", record.recordId())
                .param("name", record.name())
                .param("source", record.source())
                .param("writtenBy", record.writtenBy())
                .param("written", Timestamp.from(record.written()))
                .param("question", record.question())
                .param("elements", write(record.elements()))
                .update();
    }

    /** What it said at first is what the trend counts. */
    void answered(String question, String state, List<Element> elements, int compared, int different) {
        jdbc.sql("""
                        UPDATE audit.audited_record
                        SET state = :state, elements = CAST(:elements AS jsonb), answered = coalesce(answered, now()),
                            compared = CASE WHEN compared = 0 THEN :compared ELSE compared END,
                            different = CASE WHEN compared = 0 THEN :different ELSE different END
                        WHERE question = :question
                        """)
                .param("state", state)
                .param("elements", write(elements))
                .param("compared", compared)
                .param("different", different)
                .param("question", question)
                .update();
    }

    /** Who has not answered by now is not waited for any longer. */
    void giveUp(String auditId) {
        jdbc.sql("""
                        UPDATE audit.audited_record SET state = 'unknown', answered = coalesce(answered, now())
                        WHERE audit_id = :audit AND state = 'asked'
                        """).param("audit", auditId).update();
    }

    Optional<AuditedRecord> asked(String question) {
        return jdbc.sql(SELECT + "WHERE question = :question AND state = 'asked'")
                .param("question", question)
                .query(this::read)
                .optional();
    }

    AuditedRecord get(String auditId, int position) {
        return jdbc.sql(SELECT + "WHERE audit_id = :audit AND position = :position")
                .param("audit", auditId)
                .param("position", position)
                .query(this::read)
                .single();
    }

    List<AuditedRecord> of(String auditId) {
        var parameters = new HashMap<String, Object>();
        parameters.put("audit", auditId);
        return jdbc.sql(SELECT + "WHERE audit_id = :audit AND " + DataScope.condition("city", parameters)
                        + " ORDER BY position")
                .params(parameters)
                .query(this::read)
                .list();
    }

    /** By system and week, the latest week first. */
    List<InterfaceTrend> trend(int weeks, @Nullable String city) {
        var parameters = new HashMap<String, Object>();
        parameters.put("weeks", weeks);
        var where = DataScope.condition("city", parameters);
        if (city != null) {
            parameters.put("city", city);
            where += " AND city = :city";
        }
        return jdbc.sql("""
                        SELECT system, date_trunc('week', answered AT TIME ZONE 'Asia/Shanghai')::date AS week, count(*) AS records,
                            count(*) FILTER (WHERE compared = 0) AS silent, sum(compared) AS elements, sum(different) AS different
                        FROM audit.audited_record
                        WHERE answered >= date_trunc('week', now()) - (:weeks - 1) * interval '1 week' AND\s""" + where + """

                        GROUP BY system, week
                        ORDER BY week DESC, system
                        """)
                .params(parameters)
                .query((row, number) -> new InterfaceTrend(
                        row.getString("system"),
                        row.getDate("week").toLocalDate(),
                        row.getInt("records"),
                        row.getInt("silent"),
                        row.getInt("elements"),
                        row.getInt("different")))
                .list();
    }

    private AuditedRecord read(ResultSet row, int number) throws SQLException {
        return new AuditedRecord(
                row.getString("audit_id"),
                row.getInt("position"),
                row.getString("city"),
                row.getString("system"),
                row.getString("kind"),
                row.getString("record_id"),
                row.getString("name"),
                row.getString("source"),
                row.getString("written_by"),
                row.getTimestamp("written").toInstant(),
                row.getString("question"),
                row.getString("state"),
                AuditRepository.instant(row.getTimestamp("answered")),
                elements(row.getString("elements")));
    }

    private String write(List<Element> elements) {
        try {
            return json.writeValueAsString(
                    elements.stream().map(RecordRepository::kept).toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HashMap<String, String> kept(Element element) {
        var kept = new HashMap<String, String>();
        kept.put("element", element.element());
        kept.put("ours", element.ours());
        kept.put("theirs", element.theirs());
        kept.put("basis", element.basis());
        return kept;
    }

    private List<Element> elements(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("audit.audited_record", broken);
        }
    }
}
