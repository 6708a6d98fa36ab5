package esop.workflow.inbox;

import esop.identity.Person;
import esop.web.ConflictException;
import esop.web.Texts;
import esop.workflow.Decisions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a step allows whom, by the table {@code task-actions}. */
@Component
public class TaskRules {

    /** A page asks for all actions of a task at once, and soon again; an edited table counts after this time. */
    private static final long FRESH = Duration.ofSeconds(3).toNanos();

    private static final int MOST = 5_000;

    private final Map<Question, Answer> known = new ConcurrentHashMap<>();
    private final Decisions decisions;

    TaskRules(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The most that any of the roles allows in which this person may work on the task. */
    public Rule of(Task task, Person person, TaskAction action) {
        var rules = roles(task, person).stream()
                .map(role -> of(task.process(), task.activity(), role, action))
                .toList();
        return rules.stream().filter(Rule::allowed).findFirst().orElse(rules.get(0));
    }

    /** @throws ConflictException with the table's reason where it does not allow this */
    public Rule require(Task task, Person person, TaskAction action) {
        var rule = of(task, person, action);
        if (!rule.allowed()) {
            throw new ConflictException(rule.because());
        }
        return rule;
    }

    /** Whether a step is a level of a decision of which nobody gives two. */
    boolean separatesVotes(String process, String activity) {
        return !of(process, activity, "", TaskAction.SECOND_VOTE).allowed();
    }

    private Rule of(String process, String activity, String role, TaskAction action) {
        var question = new Question(process, activity, role, action);
        var answer = known.get(question);
        if (answer == null || System.nanoTime() - answer.at() > FRESH) {
            if (known.size() > MOST) {
                known.clear();
            }
            answer = new Answer(ask(question), System.nanoTime());
            known.put(question, answer);
        }
        return answer.rule();
    }

    private Rule ask(Question question) {
        var facts = Map.of(
                "process", question.process(),
                "task", question.activity(),
                "role", question.role(),
                "action", question.action().word());
        var row = decisions.evaluate("task-actions", facts).get(0);
        return new Rule(
                Boolean.TRUE.equals(row.get("allowed")),
                words((String) row.get("targets")),
                row.get("perDay") instanceof Number number ? number.intValue() : Integer.MAX_VALUE,
                row.get("answerWithin") instanceof String answerWithin ? answerWithin : "P1D",
                (String) row.get("reason"),
                (String) row.get("reasonEn"));
    }

    private static TreeSet<String> roles(Task task, Person person) {
        var roles = new TreeSet<String>();
        for (var role : person.roles()) {
            if (person.partner() != null || task.candidateGroups().contains(role + "@" + task.city())) {
                roles.add(role);
            }
        }
        if (roles.isEmpty()) {
            roles.add("");
        }
        return roles;
    }

    private static List<String> words(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    private record Question(String process, String activity, String role, TaskAction action) {}

    private record Answer(Rule rule, long at) {}

    /**
     * @param targets steps one may return to; {@code *}: any that a person has completed
     * @param answerWithin working time an opinion may take
     */
    public record Rule(
            boolean allowed,
            List<String> targets,
            int perDay,
            String answerWithin,
            @Nullable String reason,
            @Nullable String reasonEn) {

        public boolean leadsTo(String activity) {
            return targets.contains("*") || targets.contains(activity);
        }

        public String because() {
            var words = Texts.isEnglish() ? reasonEn : reason;
            return words == null ? Texts.get("workflow.action.not-here") : words;
        }
    }
}
