package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;
import esop.systems.Afterwards;
import esop.systems.CallView;
import esop.systems.Step;
import esop.systems.SystemCalls;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class RecordedSystemCalls implements SystemCalls {

    private final JdbcClient jdbc;
    private final CallRecords records;
    private final CallViews views;
    private final HiddenContacts contacts;
    private final HandOver handOver;
    private final DispatchSignal dispatch;
    private final LaneQueue lanes;
    private final Protocols protocols;
    private final ResendPolicies policies;

    RecordedSystemCalls(
            JdbcClient jdbc,
            CallRecords records,
            CallViews views,
            HiddenContacts contacts,
            HandOver handOver,
            DispatchSignal dispatch,
            LaneQueue lanes,
            Protocols protocols,
            ResendPolicies policies) {
        this.jdbc = jdbc;
        this.records = records;
        this.views = views;
        this.contacts = contacts;
        this.handOver = handOver;
        this.dispatch = dispatch;
        this.lanes = lanes;
        this.protocols = protocols;
        this.policies = policies;
    }

    @Override
    public void request(
            Step step, String system, String operation, String city, @Nullable String lane, JsonNode payload) {
        protocols.of(operation);
        records.record(NewCall.of(step, system, operation, city, payload).inLane(lane));
    }

    @Override
    @Transactional
    public void prove(Step step) {
        var found = jdbc.sql("""
                        UPDATE systems.system_call
                        SET proof_asked = true,
                            proofs = 0,
                            next_at = CASE
                                WHEN state IN ('DONE', 'DEAD', 'CANCELLED') AND coalesce(lease_until < now(), true) THEN now()
                                ELSE next_at
                            END
                        WHERE key = :key
                        """).param("key", step.key()).update();
        if (found == 0) {
            throw new IllegalArgumentException(step.key() + " was never requested");
        }
        dispatch.afterCommit();
    }

    @Override
    @Transactional
    public boolean cancel(Step step) {
        return jdbc.sql("""
                        UPDATE systems.system_call
                        SET state = 'CANCELLED', next_at = NULL, lease_token = NULL, lease_until = NULL
                        WHERE key = :key AND (state IN ('NEW', 'RETRY') OR :ours AND state = 'SENDING') AND NOT doubtful
                        RETURNING system, lane
                        """)
                .param("ours", handOver.takeBack(step.key()))
                .param("key", step.key())
                .query((row, number) -> {
                    lanes.endsWithThisTransaction(row.getString("system"), row.getString("lane"));
                    return true;
                })
                .optional()
                .isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Step next(Step step) {
        return jdbc.sql("""
                        SELECT coalesce(max(generation) + 1, :generation)
                        FROM systems.system_call
                        WHERE aggregate = :aggregate AND step = :step
                        """)
                .param("aggregate", step.aggregate())
                .param("step", step.name())
                .param("generation", step.generation())
                .query((row, number) -> new Step(step.aggregate(), step.name(), row.getInt(1)))
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public Afterwards afterwards(Step step) {
        return policies.afterwards(step);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CallView> ofAggregates(List<String> aggregates) {
        var all = aggregates.isEmpty() ? List.<CallView>of() : views.ofAggregates(aggregates);
        return contacts.fromReader() ? all.stream().map(HiddenContacts::in).toList() : all;
    }
}
