package esop.opportunity;

import esop.identity.CurrentPerson;
import esop.identity.Person;
import esop.workflow.Decisions;
import esop.workflow.WorkingTime;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the model does at a stage: begins it, and keeps what its form brought. */
@Service
@Transactional
class StageWork {

    private static final String QUICK = "quick";

    private final OpportunityRepository opportunities;
    private final OpportunityEvents events;
    private final OpportunityNews news;
    private final Decisions decisions;
    private final WorkingTime workingTime;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    StageWork(
            OpportunityRepository opportunities,
            OpportunityEvents events,
            OpportunityNews news,
            Decisions decisions,
            WorkingTime workingTime,
            CurrentPerson currentPerson,
            Clock clock) {
        this.opportunities = opportunities;
        this.events = events;
        this.news = news;
        this.decisions = decisions;
        this.workingTime = workingTime;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /** @return {@code combined} or {@code stepwise}, by the table {@code opportunity-path} */
    String path(String id) {
        var entry = opportunities.find(id).orElseThrow().entry();
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("revenue", entry.expectedRevenue().doubleValue());
        facts.put("product", entry.firstOffering());
        facts.put("level", entry.customerLevel());
        return String.valueOf(
                decisions.evaluate("opportunity-path", facts).get(0).get("path"));
    }

    /** @param word of a {@link Stage}, or {@code quick} for the first three at once */
    SalesOpportunity open(String id, String word) {
        var opportunity = opportunities.lock(id).orElseThrow();
        var stage = word.equals(QUICK) ? Stage.DISCOVERY : Stage.of(word);
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("stage", stage.word());
        facts.put("level", opportunity.entry().customerLevel());
        var limits = decisions.evaluate("opportunity-age", facts).get(0);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var entered = opportunity.enter(
                stage,
                word.equals(QUICK),
                now,
                workingTime.plus(now, "P" + limits.get("aging") + "D"),
                workingTime.plus(now, "P" + limits.get("over") + "D"));
        opportunities.update(entered);
        events.add(entered, "opportunity.stage", null, Map.of("stage", word));
        news.tellCrm(id);
        if (stage == Stage.CONTRACT || stage == Stage.SOLUTION) {
            news.tellCrmOfQuote(id);
        }
        return entered;
    }

    /** What was filled in is known from now on, whatever is to happen next. */
    void record(
            String id, String stage, String action, @Nullable String reason, Map<String, @Nullable Object> filledIn) {
        var opportunity = opportunities.lock(id).orElseThrow();
        var known = opportunity.know(filledIn);
        // There is no stage before this one: it is somebody else's now.
        var handedBack = action.equals("return") && opportunity.stage() == Stage.DISCOVERY;
        opportunities.update(handedBack ? known.giveBack(reason) : known);
        var params = new HashMap<>(Map.of("stage", stage));
        if (reason != null) {
            params.put("message", reason);
        }
        events.add(
                opportunity,
                "opportunity." + action,
                currentPerson.find().map(Person::id).orElse(null),
                params);
    }

    void terminate(String id, @Nullable String reason) {
        var opportunity = opportunities.lock(id).orElseThrow();
        var words = reason == null ? "-" : reason;
        var terminated = opportunity.terminate(words, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        opportunities.update(terminated);
        events.add(
                terminated,
                "opportunity.terminated",
                currentPerson.find().map(Person::id).orElse(null),
                Map.of("message", words));
        news.tellCrm(id);
        news.tellCrmOfQuote(id);
    }
}
