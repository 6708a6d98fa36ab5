package esop.systems.listeners;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.systems.Step;
import esop.systems.StepAnswered.State;
import esop.systems.calls.BackingSystems;
import esop.systems.calls.CallRecords;
import esop.systems.calls.Inquiry;
import esop.systems.calls.NewCall;
import esop.systems.calls.Protocol;
import esop.systems.calls.Reading;
import esop.systems.calls.Request;
import esop.systems.calls.Signature;
import esop.systems.calls.SystemCall;
import esop.systems.calls.Utterance;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** TMF630's notifications: an event is posted to the address that was registered, signed with the secret of whoever registered it. */
@Component
class TmfListeners implements Listeners, Protocol {

    static final String STEP = "event";
    private static final String TELL = "event.tell";

    private final JdbcClient jdbc;
    private final CallRecords records;
    private final BackingSystems systems;
    private final ListenerAddress addresses;
    private final ListenerSecrets secrets;
    private final Clock clock;

    TmfListeners(
            JdbcClient jdbc,
            CallRecords records,
            BackingSystems systems,
            ListenerAddress addresses,
            ListenerSecrets secrets,
            Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.systems = systems;
        this.addresses = addresses;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Optional<String> obstacle(String client, String callback) {
        return addresses
                .obstacle(callback)
                .or(() -> secrets.of(client).isEmpty() ? Optional.of("no-secret") : Optional.empty());
    }

    /** It offers no proof, but is told to take the same event twice for one. */
    @Override
    @Transactional
    public String add(String client, String callback) {
        var id = client + "-" + next("systems.listener_number");
        jdbc.sql("""
                        INSERT INTO systems.backing_system
                               (id, name, name_en, position, base_url, bulkhead, supports_proof, supports_idempotency, client)
                        VALUES (:id, '事件订阅方 ' || :client, 'Listener of ' || :client, 100, :callback, 2, false, true, :client)
                        """)
                .param("id", id)
                .param("client", client)
                .param("callback", callback)
                .update();
        systems.changeWithThisTransaction();
        return id;
    }

    @Override
    @Transactional
    public void remove(String id) {
        jdbc.sql("UPDATE systems.backing_system SET removed = now() WHERE id = :id AND client IS NOT NULL")
                .param("id", id)
                .update();
        jdbc.sql("""
                        UPDATE systems.system_call
                        SET state = 'CANCELLED', next_at = NULL
                        WHERE system = :id AND state IN ('NEW', 'RETRY')
                        """).param("id", id).update();
        systems.changeWithThisTransaction();
    }

    @Override
    @Transactional
    public void tell(String id, String city, String subject, ObjectNode event) {
        var step = Step.of("EV" + next("systems.event_number"), STEP);
        event.put("eventId", step.aggregate()).put("eventTime", clock.instant().toString());
        records.record(NewCall.of(step, id, TELL, city, event).inLane(subject));
    }

    private long next(String sequence) {
        return jdbc.sql("SELECT nextval(CAST(:sequence AS regclass))")
                .param("sequence", sequence)
                .query(Long.class)
                .single();
    }

    @Override
    public Set<String> operations() {
        return Set.of(TELL);
    }

    @Override
    public Utterance say(SystemCall call, Inquiry inquiry) {
        var system = systems.find(call.system());
        if (system.isEmpty()) {
            return new Utterance.Settled(State.CANCELLED, "nobody listens any more");
        }
        var client = Objects.requireNonNull(system.get().client());
        var obstacle = obstacle(client, system.get().url());
        if (obstacle.isPresent()) {
            return new Utterance.Settled(State.REJECTED, "not sent: " + obstacle.get());
        }
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        var secret = secrets.of(client).orElseThrow();
        return Request.notice(
                call.payload(),
                Map.of(
                        "X-Esop-Timestamp", timestamp,
                        "X-Esop-Message-Id", call.step().aggregate(),
                        "X-Esop-Signature", Signature.of(secret, timestamp, Request.bytes(call.payload()))));
    }

    @Override
    public Optional<Request> proof(SystemCall call) {
        return Optional.empty();
    }

    /** Whoever answers has taken it, whatever the answer says. */
    @Override
    public Optional<Reading> read(SystemCall call, JsonNode answer) {
        return Optional.of(new Reading(State.COMPLETED, null, null, null));
    }
}
