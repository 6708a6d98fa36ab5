package esop.opportunity;

import esop.identity.CurrentPerson;
import esop.identity.Person;
import esop.workflow.CaseDecisions;
import esop.workflow.Decisions;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who has to agree to a solution or an agreement, one level after the other, by the table {@code opportunity-approvers}. */
@Repository
@Transactional
class Approvals {

    static final String TABLE = "opportunity-approvers";

    private final JdbcClient jdbc;
    private final OpportunityRepository opportunities;
    private final AgreementRepository agreements;
    private final OpportunityEvents events;
    private final OpportunityNews news;
    private final Decisions decisions;
    private final CaseDecisions caseDecisions;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    Approvals(
            JdbcClient jdbc,
            OpportunityRepository opportunities,
            AgreementRepository agreements,
            OpportunityEvents events,
            OpportunityNews news,
            Decisions decisions,
            CaseDecisions caseDecisions,
            CurrentPerson currentPerson,
            Clock clock) {
        this.jdbc = jdbc;
        this.opportunities = opportunities;
        this.agreements = agreements;
        this.events = events;
        this.news = news;
        this.decisions = decisions;
        this.caseDecisions = caseDecisions;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    static String subject(String stage) {
        return stage.equals(Stage.CONTRACT.word()) ? "agreement" : "solution";
    }

    /** Solution and agreement of an opportunity are decided on apart from each other. */
    static String submission(String id, String subject) {
        return id + "/" + subject;
    }

    /** Lays down the levels; none may be needed. */
    void submit(String id, String subject) {
        var opportunity = opportunities.lock(id).orElseThrow();
        var submitter = currentPerson.find().map(Person::id).orElse("system");
        var round = rounds(id, subject) + 1;
        var levels = levels(opportunity, subject);
        for (var position = 0; position < levels.size(); position++) {
            jdbc.sql("""
                            INSERT INTO opportunity.approval
                                   (opportunity_id, city, subject, round, position, level, role, submitted_by, submitted)
                            VALUES (:opportunityId, :city, :subject, :round, :position, :level, :role, :submittedBy, :submitted)
                            """)
                    .param("opportunityId", id)
                    .param("city", opportunity.city())
                    .param("subject", subject)
                    .param("round", round)
                    .param("position", position)
                    .param("level", levels.get(position).get("level"))
                    .param("role", levels.get(position).get("role"))
                    .param("submittedBy", submitter)
                    .param("submitted", Timestamp.from(clock.instant()))
                    .update();
        }
        move(opportunity, subject, "submitted");
        events.add(
                opportunity,
                "opportunity.submitted",
                submitter,
                Map.of("subject", subject, "count", Integer.toString(levels.size())));
    }

    /** Whose turn it is; nobody's where all have agreed or one has not. */
    Optional<Approval> pending(String id, String subject) {
        var latest = of(id).stream()
                .filter(approval -> approval.subject().equals(subject) && approval.round() == rounds(id, subject))
                .toList();
        if (latest.stream().anyMatch(approval -> "refuse".equals(approval.vote()))) {
            return Optional.empty();
        }
        return latest.stream().filter(approval -> approval.vote() == null).findFirst();
    }

    void vote(String id, String subject, String vote, @Nullable String opinion) {
        var opportunity = opportunities.lock(id).orElseThrow();
        var pending = pending(id, subject).orElseThrow();
        var voter = currentPerson.find().map(Person::id).orElse("system");
        jdbc.sql("""
                        UPDATE opportunity.approval
                           SET vote = :vote, opinion = :opinion, voter = :voter, voted = :voted
                         WHERE opportunity_id = :opportunityId AND subject = :subject AND round = :round AND position = :position
                        """)
                .param("vote", vote)
                .param("opinion", opinion)
                .param("voter", voter)
                .param("voted", Timestamp.from(clock.instant()))
                .param("opportunityId", id)
                .param("subject", subject)
                .param("round", pending.round())
                .param("position", pending.position())
                .update();
        var params = new HashMap<>(Map.of("subject", subject, "level", pending.level()));
        if (opinion != null) {
            params.put("message", opinion);
        }
        events.add(opportunity, vote.equals("approve") ? "opportunity.approved" : "opportunity.refused", voter, params);
    }

    /** @return whether everybody who had to has agreed */
    boolean settle(String id, String subject) {
        var opportunity = opportunities.lock(id).orElseThrow();
        var round = rounds(id, subject);
        var refused = of(id).stream()
                .anyMatch(approval -> approval.subject().equals(subject)
                        && approval.round() == round
                        && "refuse".equals(approval.vote()));
        move(opportunity, subject, refused ? "refused" : "approved");
        events.add(
                opportunity,
                refused ? "opportunity.approval-refused" : "opportunity.approval-granted",
                null,
                Map.of("subject", subject));
        if (subject.equals("solution")) {
            news.tellCrmOfQuote(id);
        }
        return !refused;
    }

    private void move(SalesOpportunity opportunity, String subject, String state) {
        if (subject.equals("solution")) {
            opportunities.update(opportunity.solutionIs(state));
        } else {
            agreements.save(
                    opportunity, agreements.find(opportunity.id()).orElseThrow().in(state));
        }
    }

    private List<Map<String, Object>> levels(SalesOpportunity opportunity, String subject) {
        var solution = opportunity.solution();
        var months = agreements
                .find(opportunity.id())
                .map(agreement -> ChronoUnit.MONTHS.between(agreement.starts(), agreement.ends()))
                .orElse(0L);
        var explained = decisions.explain(
                TABLE,
                Map.of(
                        "subject", subject,
                        "discount", solution.largestDiscount().doubleValue(),
                        "value", solution.value().doubleValue(),
                        "months", months.intValue()));
        caseDecisions.keep(submission(opportunity.id(), subject), explained);
        return explained.outputs();
    }

    private int rounds(String id, String subject) {
        return jdbc.sql("""
                        SELECT coalesce(max(round), 0) FROM opportunity.approval
                         WHERE opportunity_id = :opportunityId AND subject = :subject
                        """)
                .param("opportunityId", id)
                .param("subject", subject)
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    List<Approval> of(String opportunityId) {
        return jdbc.sql("""
                        SELECT subject, round, position, level, role, submitted_by, submitted, vote, opinion, voter, voted,
                               coalesce(person.name, voter) AS voter_name
                          FROM opportunity.approval
                          LEFT JOIN identity.person person ON person.id = voter
                         WHERE opportunity_id = :opportunityId
                         ORDER BY subject DESC, round, position
                        """)
                .param("opportunityId", opportunityId)
                .query((row, number) -> new Approval(
                        row.getString("subject"),
                        row.getInt("round"),
                        row.getInt("position"),
                        row.getString("level"),
                        row.getString("role"),
                        row.getString("submitted_by"),
                        row.getTimestamp("submitted").toInstant(),
                        row.getString("vote"),
                        row.getString("opinion"),
                        row.getString("voter"),
                        row.getString("voter_name"),
                        instant(row.getTimestamp("voted"))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
