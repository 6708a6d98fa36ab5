package esop.workflow.calendar;

import esop.workflow.Decisions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the table {@code escalation} says. It looks at few things and is asked about every open task, so that its answers are kept
 * until there is a newer version.
 */
@Component
class EscalationTable {

    private static final String TABLE = "escalation";

    /**
     * @param action {@code remind}, {@code superior} or {@code reassign}
     * @param used at which share of the time, in percent; or
     * @param late how long after the due time, in working time
     * @param to the role that gets it besides, in the task's city
     * @param again after how much working time once more
     * @param times how often in all
     */
    record Rule(
            String action,
            @Nullable Integer used,
            @Nullable String late,
            @Nullable String to,
            @Nullable String again,
            int times,
            String id,
            int version) {}

    private record Answers(int version, Map<List<Object>, Optional<Rule>> known) {}

    private final Decisions decisions;
    private final RepositoryService models;
    private volatile Answers answers = new Answers(-1, new ConcurrentHashMap<>());

    EscalationTable(Decisions decisions, RepositoryService models) {
        this.decisions = decisions;
        this.models = models;
    }

    /** The version that is asked from now on. */
    int renew() {
        var newest = models.createDecisionDefinitionQuery()
                .decisionDefinitionKey(TABLE)
                .latestVersion()
                .singleResult();
        var version = newest == null ? 0 : newest.getVersion();
        if (version != answers.version()) {
            answers = new Answers(version, new ConcurrentHashMap<>());
        }
        return version;
    }

    /** @return empty where nothing more happens */
    Optional<Rule> rule(ClockedTask task, int level) {
        return answers.known()
                .computeIfAbsent(
                        List.of(task.process(), task.activity(), task.priority(), level), asked -> ask(task, level));
    }

    private Optional<Rule> ask(ClockedTask task, int level) {
        var facts = new HashMap<String, Object>();
        facts.put("process", task.process());
        facts.put("task", task.activity());
        facts.put("priority", task.priority());
        facts.put("level", level);
        var decision = decisions.explain(TABLE, facts);
        var said = decision.outputs().get(0);
        var action = String.valueOf(said.get("action"));
        return action.equals("none")
                ? Optional.empty()
                : Optional.of(new Rule(
                        action,
                        said.get("used") instanceof Number used ? used.intValue() : null,
                        (String) said.get("late"),
                        (String) said.get("to"),
                        (String) said.get("again"),
                        said.get("times") instanceof Number times ? times.intValue() : 1,
                        decision.rules().get(0),
                        decision.version()));
    }
}
