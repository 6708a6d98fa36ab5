package esop.workflow.inbox;

import esop.identity.AuditLog;
import esop.identity.People;
import esop.identity.Person;
import esop.web.ConflictException;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who acts for whom, asked anew with each request: it ends with its last day, when it is taken back, and with the rights of the person
 * acted for. Nobody decides by it on what either of the two has begun or worked on, where the table {@code task-actions} says so.
 */
@Component
class Substitutes {

    private final JdbcClient jdbc;
    private final People people;
    private final TaskRules rules;
    private final AuditLog audit;

    Substitutes(JdbcClient jdbc, People people, TaskRules rules, AuditLog audit) {
        this.jdbc = jdbc;
        this.people = people;
        this.rules = rules;
        this.audit = audit;
    }

    /** Those one stands in for directly come first. */
    List<Acting> of(Person person) {
        var found = jdbc.sql("SELECT principal, processes, cities, amount_limit FROM workflow.acts_for(:person)")
                .param("person", person.id())
                .query((row, number) -> new Found(
                        row.getString("principal"),
                        words(row.getArray("processes")),
                        words(row.getArray("cities")),
                        row.getBigDecimal("amount_limit")))
                .list();
        var acting = new ArrayList<Acting>();
        for (var one : found) {
            people.find(one.principal())
                    .ifPresent(principal ->
                            acting.add(new Acting(principal, one.processes(), one.cities(), one.amountLimit())));
        }
        return acting;
    }

    /** Whether somebody may look at a task because they stand in for a person who may work on it. */
    boolean maySee(Task task, Person person) {
        return of(person).stream().anyMatch(acting -> acting.covers(task));
    }

    /**
     * For whom a person works on a task, or has completed it, where it is not for themselves: for whoever holds it, or for one who could
     * take it. What one may take as one's own is one's own.
     */
    Optional<Person> principal(Task task, Person person) {
        var free = task.assignee() == null;
        var held = person.id().equals(task.assignee());
        var owned = task.delegated() && person.id().equals(task.owner());
        var lender = owned ? ownerActsFor(task) : held ? task.actingFor() : null;
        if (task.isOpinion() || (free || held || owned) && lender == null && TaskAccess.mayWork(task, person)) {
            return Optional.empty();
        }
        var wanted = held || owned ? lender : task.assignee();
        return of(person).stream()
                .filter(acting -> acting.covers(task))
                .map(Acting::principal)
                .filter(principal -> wanted == null ? free : principal.id().equals(wanted))
                .findFirst();
    }

    /** Of a task that somebody else does at the moment and gives back. */
    private @Nullable String ownerActsFor(Task task) {
        return jdbc.sql(
                        "SELECT owner_acts_for FROM workflow.open_task WHERE task_id = :task AND owner_acts_for IS NOT NULL")
                .param("task", task.id())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** @throws ConflictException with the table's reason, where a substitute may not decide on this */
    void check(Task task, Person person, Person principal) {
        var why = refused(task, person, principal);
        if (why.isPresent()) {
            throw new ConflictException(why.get());
        }
    }

    /** The table's reason against it. */
    Optional<String> refused(Task task, Person person, Person principal) {
        var substitute = rules.of(task, principal, TaskAction.SUBSTITUTE);
        if (!substitute.allowed()) {
            return Optional.of(substitute.because());
        }
        var own = rules.of(task, principal, TaskAction.SUBSTITUTE_OWN);
        return !own.allowed() && haveTakenPart(task, person, principal) ? Optional.of(own.because()) : Optional.empty();
    }

    /** Began the flow, or completed a step of this process or of the one that called it, and did not take it back. */
    private boolean haveTakenPart(Task task, Person person, Person principal) {
        return jdbc.sql("""
                        SELECT
                            EXISTS (SELECT 1 FROM workflow.open_task t WHERE t.task_id = :task AND t.started_by = ANY (:both))
                            OR EXISTS (
                                SELECT 1 FROM workflow.closed_task c
                                WHERE c.instance_id IN (
                                        SELECT :instance
                                        UNION ALL SELECT i.parent_id FROM workflow.instance i WHERE i.id = :instance)
                                  AND c.outcome = 'completed'
                                  AND (c.closed_by = ANY (:both) OR c.acting_for = ANY (:both))
                                  AND NOT EXISTS (
                                        SELECT 1 FROM workflow.task_event e
                                        WHERE e.task_id = c.task_id AND e.change = 'taken-back'))
                        """)
                .param("task", task.id())
                .param("instance", task.instanceId())
                .param("both", new String[] {person.id(), principal.id()})
                .query(Boolean.class)
                .single();
    }

    /** History and audit show both names of what was just done. */
    void note(Task task, Person person, Person principal) {
        write(task, person, principal);
        audit.record("task.acted-for", "task/" + task.id(), task.city(), Map.of("for", principal.id()));
    }

    /** The task and its history show both names. */
    void write(Task task, Person person, Person principal) {
        jdbc.sql("SELECT workflow.act_for(:task, :person, :principal)")
                .param("task", task.id())
                .param("person", person.id())
                .param("principal", principal.id())
                .query((row, number) -> number)
                .list();
    }

    private static @Nullable Set<String> words(@Nullable Array array) throws SQLException {
        return array == null ? null : Set.of((String[]) array.getArray());
    }

    private record Found(
            String principal,
            @Nullable Set<String> processes,
            @Nullable Set<String> cities,
            java.math.@Nullable BigDecimal amountLimit) {}
}
