package esop.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.identity.CurrentPerson;
import esop.identity.Person;
import esop.workflow.LiveUpdates;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of intakes' timelines; they are only ever added, and open browsers hear of each. */
@Repository
class IntakeEvents {

    private static final TypeReference<Map<String, String>> PARAMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final LiveUpdates liveUpdates;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    IntakeEvents(
            JdbcClient jdbc, ObjectMapper json, LiveUpdates liveUpdates, CurrentPerson currentPerson, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.liveUpdates = liveUpdates;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /** What the current person did. */
    void did(Intake intake, String kind, Map<String, String> params) {
        add(intake, kind, currentPerson.find().map(Person::id).orElse(null), params);
    }

    /** What happened by itself. */
    void happened(Intake intake, String kind, Map<String, String> params) {
        add(intake, kind, null, params);
    }

    private void add(Intake intake, String kind, @Nullable String actor, Map<String, String> params) {
        jdbc.sql("""
                        INSERT INTO intake.intake_event (intake_id, city, at, kind, actor, params)
                        VALUES (:intakeId, :city, :at, :kind, :actor, CAST(:params AS jsonb))
                        """)
                .param("intakeId", intake.id())
                .param("city", intake.city())
                .param("at", Timestamp.from(clock.instant()))
                .param("kind", kind)
                .param("actor", actor, Types.VARCHAR)
                .param("params", json.valueToTree(params).toString())
                .update();
        liveUpdates.intakeChanged(intake.id(), intake.city());
    }

    List<IntakeEvent> of(String intakeId) {
        return jdbc.sql("""
                        SELECT intake_id, at, kind, actor, params
                          FROM intake.intake_event
                         WHERE intake_id = :intakeId
                         ORDER BY id
                        """)
                .param("intakeId", intakeId)
                .query((row, number) -> new IntakeEvent(
                        row.getString("intake_id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("actor"),
                        read(row.getString("params"))))
                .list();
    }

    private Map<String, String> read(String params) {
        try {
            return json.readValue(params, PARAMS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
