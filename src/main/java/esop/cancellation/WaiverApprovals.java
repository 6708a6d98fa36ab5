package esop.cancellation;

import esop.identity.CurrentPerson;
import esop.identity.Person;
import esop.workflow.CaseDecisions;
import esop.workflow.Decisions;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** 减免审批 (ESOP 6.3.2.1.1.2(3), (4)): who has to agree, one level after the other, by the table {@code cancellation-approvers}. */
@Repository
@Transactional
class WaiverApprovals {

    static final String TABLE = "cancellation-approvers";

    private final JdbcClient jdbc;
    private final CancellationRepository cancellations;
    private final CancellationEvents events;
    private final Decisions decisions;
    private final CaseDecisions caseDecisions;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    WaiverApprovals(
            JdbcClient jdbc,
            CancellationRepository cancellations,
            CancellationEvents events,
            Decisions decisions,
            CaseDecisions caseDecisions,
            CurrentPerson currentPerson,
            Clock clock) {
        this.jdbc = jdbc;
        this.cancellations = cancellations;
        this.events = events;
        this.decisions = decisions;
        this.caseDecisions = caseDecisions;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /** Lays down the levels. */
    void submit(String id) {
        var cancellation = cancellations.lock(id).orElseThrow();
        var submitter = actor();
        var round = round(id) + 1;
        var explained = decisions.explain(
                TABLE,
                Map.of(
                        "waived", cancellation.settlement().waived().doubleValue(),
                        "percent", cancellation.waivedPercent().doubleValue(),
                        "customerLevel", cancellation.entry().customerLevel()));
        caseDecisions.keep(id, explained);
        var levels = explained.outputs();
        for (var position = 0; position < levels.size(); position++) {
            jdbc.sql("""
                            INSERT INTO cancellation.waiver_vote
                                   (cancellation_id, round, position, city, level, role, waived, submitted_by, submitted)
                            VALUES (:id, :round, :position, :city, :level, :role, :waived, :submittedBy, :submitted)
                            """)
                    .param("id", id)
                    .param("round", round)
                    .param("position", position)
                    .param("city", cancellation.city())
                    .param("level", levels.get(position).get("level"))
                    .param("role", levels.get(position).get("role"))
                    .param("waived", cancellation.settlement().waived())
                    .param("submittedBy", submitter)
                    .param("submitted", Timestamp.from(clock.instant()))
                    .update();
        }
    }

    /** Whose turn it is; nobody's where all have agreed or one has not. */
    Optional<WaiverVote> pending(String id) {
        var latest = latest(id);
        return isRefused(latest)
                ? Optional.empty()
                : latest.stream().filter(vote -> vote.vote() == null).findFirst();
    }

    void vote(String id, String vote, @Nullable String opinion) {
        var cancellation = cancellations.lock(id).orElseThrow();
        var pending = pending(id).orElseThrow();
        var voter = actor();
        jdbc.sql("""
                        UPDATE cancellation.waiver_vote SET vote = :vote, opinion = :opinion, voter = :voter, voted = :voted
                         WHERE cancellation_id = :id AND round = :round AND position = :position
                        """)
                .param("vote", vote)
                .param("opinion", opinion)
                .param("voter", voter)
                .param("voted", Timestamp.from(clock.instant()))
                .param("id", id)
                .param("round", pending.round())
                .param("position", pending.position())
                .update();
        var params = new HashMap<>(Map.of("level", pending.level()));
        if (opinion != null) {
            params.put("message", opinion);
        }
        events.add(cancellation, vote.equals("approve") ? "approved" : "refused", voter, params);
    }

    /** @return whether everybody who had to has agreed */
    boolean settle(String id) {
        var cancellation = cancellations.lock(id).orElseThrow();
        var granted = !isRefused(latest(id));
        cancellations.update(cancellation.answered(granted));
        events.add(
                cancellation,
                granted ? "waiver-granted" : "waiver-refused",
                null,
                Map.of("waived", cancellation.settlement().waived().toPlainString()));
        return granted;
    }

    private static boolean isRefused(List<WaiverVote> votes) {
        return votes.stream().anyMatch(vote -> "refuse".equals(vote.vote()));
    }

    private List<WaiverVote> latest(String id) {
        var round = round(id);
        return of(id).stream().filter(vote -> vote.round() == round).toList();
    }

    private int round(String id) {
        return of(id).stream().mapToInt(WaiverVote::round).max().orElse(0);
    }

    @Transactional(readOnly = true)
    List<WaiverVote> of(String id) {
        return jdbc.sql("""
                        SELECT round, position, level, role, waived, submitted_by, submitted, vote, opinion, voter, voted
                          FROM cancellation.waiver_vote
                         WHERE cancellation_id = :id
                         ORDER BY round, position
                        """)
                .param("id", id)
                .query((row, number) -> new WaiverVote(
                        row.getInt("round"),
                        row.getInt("position"),
                        row.getString("level"),
                        row.getString("role"),
                        row.getBigDecimal("waived"),
                        row.getString("submitted_by"),
                        row.getTimestamp("submitted").toInstant(),
                        row.getString("vote"),
                        row.getString("opinion"),
                        row.getString("voter"),
                        CancellationRows.instant(row.getTimestamp("voted"))))
                .list();
    }

    private String actor() {
        return currentPerson.find().map(Person::id).orElse("system");
    }
}
