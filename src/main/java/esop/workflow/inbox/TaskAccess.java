package esop.workflow.inbox;

import esop.identity.CurrentPerson;
import esop.identity.DataScope;
import esop.identity.People;
import esop.identity.Person;
import esop.web.BadRequestException;
import esop.web.ConflictException;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.FormRefusedException;
import esop.workflow.form.NotYetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who may see a task and who may work on it. Another city's is unknown. One's own city's is worked on by its candidates, seen by whoever
 * has to do with it, and refused to everybody else. The engine then works for the whole province: what follows a task may lie in other
 * cities.
 */
@Component
public class TaskAccess {

    private final CurrentPerson currentPerson;
    private final People people;
    private final TaskRows rows;
    private final Substitutes substitutes;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    TaskAccess(
            CurrentPerson currentPerson,
            People people,
            TaskRows rows,
            Substitutes substitutes,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.currentPerson = currentPerson;
        this.people = people;
        this.rows = rows;
        this.substitutes = substitutes;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    public <T> T within(Function<Person, T> work) {
        var person = currentPerson.get();
        return DataScope.asSystem(() -> transaction.execute(status -> work.apply(person)));
    }

    /** The task as one sees it, whether one may work on it or only has to do with it. */
    public Task visible(String id, Person person) {
        var task = find(id, person);
        if (!maySee(task, person)) {
            throw new AccessDeniedException("has nothing to do with it");
        }
        return task;
    }

    /** The same, where one has nothing to do with it none. */
    public Optional<Task> seen(String id, Person person) {
        return rows.find(id, person).filter(task -> maySee(task, person));
    }

    private boolean maySee(Task task, Person person) {
        return mayWork(task, person)
                || rows.concerns(task.id(), person.id())
                || leads(person, task)
                || substitutes.maySee(task, person);
    }

    /** Changes an open task that one may work on; of many who want the same one is first, and the others learn what has become of it. */
    public Task change(String id, Change change) {
        return changing(() -> within(person -> {
            var task = open(id, person);
            var principal = substitutes.principal(task, person);
            change.apply(task, person);
            noteInPlace(task, person, principal);
            return visible(id, person);
        }));
    }

    /** As {@link #change}, also by the superior of whoever holds it, who then acts in their own name. */
    Task changeAsSuperior(String id, Change change) {
        return changing(() -> within(person -> {
            hold(id);
            var task = find(id, person);
            var leads = leads(person, task);
            var principal = leads ? Optional.<Person>empty() : substitutes.principal(task, person);
            if (!leads && !mayWork(task, person) && principal.isEmpty()) {
                throw new AccessDeniedException("neither a candidate nor the holder's superior");
            }
            refuseIfClosed(task);
            change.apply(task, person);
            noteInPlace(task, person, principal);
            return find(id, person);
        }));
    }

    /** Whether it is, or was done, by somebody below this person. */
    public boolean leads(Person person, Task task) {
        var holder = task.completedBy() == null ? task.assignee() : task.completedBy();
        return holder != null && person.partner() == null && people.isBelow(holder, person.id());
    }

    public <T> T changing(Supplier<T> work) {
        try {
            return work.get();
        } catch (FormRefusedException refused) {
            throw new BadRequestException(refused.getMessage(), refused.errors());
        } catch (NotYetException early) {
            throw new ConflictException(early.getMessage());
        } catch (OptimisticLockingException overtaken) {
            throw new ConflictException(Texts.get("workflow.task.changed"));
        }
    }

    /** Open, workable by this person and held until the end of the transaction. */
    public Task open(String id, Person person) {
        hold(id);
        var task = workable(id, person);
        refuseIfClosed(task);
        return task;
    }

    /** Waits for whoever changes the task at this moment. */
    public void hold(String id) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:lock, 0))")
                .param("lock", id)
                .query((row, number) -> number)
                .list();
    }

    Task workable(String id, Person person) {
        var task = find(id, person);
        if (!mayWork(task, person) && substitutes.principal(task, person).isEmpty()) {
            throw new AccessDeniedException("not a candidate");
        }
        return task;
    }

    private Task find(String id, Person person) {
        return rows.find(id, person).orElseThrow(() -> new UnknownException(Texts.get("workflow.task.unknown", id)));
    }

    /** A role that was taken away counts at once, whatever its former holder still has in hand. */
    public static boolean mayWork(Task task, Person person) {
        return task.candidateGroups().isEmpty()
                ? person.id().equals(task.assignee())
                : person.groups().stream().anyMatch(task.candidateGroups()::contains);
    }

    static void refuseIfClosed(Task task) {
        if (!task.isOpen()) {
            throw task.state().equals("completed")
                    ? new ConflictException(Texts.get("workflow.task.closed", task.assigneeName()), holder(task))
                    : new ConflictException(Texts.get("workflow.task.withdrawn"));
        }
    }

    /** For whom one works on a task, where it is in another's place. */
    public Optional<Person> principal(Task task, Person person) {
        return substitutes.principal(task, person);
    }

    /**
     * By whose rights one acts on a task: one's own, or those of whom one stands in for.
     *
     * @throws ConflictException with the table's reason, where a substitute may not
     */
    public Person actsAs(Task task, Person person) {
        var principal = substitutes.principal(task, person);
        principal.ifPresent(absent -> substitutes.check(task, person, absent));
        return principal.orElse(person);
    }

    /** Whoever does a task in another's place has it in their name, before what follows from it begins. */
    void holdsFor(Task task, Person person, Person principal) {
        substitutes.write(task, person, principal);
    }

    /** History and audit show both names of what was just done to a task; it is as it was before. */
    public void noteInPlace(Task task, Person person, Optional<Person> principal) {
        principal.ifPresent(absent -> substitutes.note(task, person, absent));
    }

    /** The reason why one may not take it in another's place. */
    public Optional<String> refusedAsSubstitute(Task task, Person person, Person principal) {
        return substitutes.refused(task, person, principal);
    }

    /** What a colleague holds is left to them, unless they have lost the right to work on it or one stands in for them. */
    public void refuseIfAnothers(Task task, Person person) {
        if (task.assignee() == null
                || task.assignee().equals(person.id())
                || isOrphaned(task)
                || substitutes.principal(task, person).isPresent()) {
            return;
        }
        throw new ConflictException(Texts.get("workflow.task.claimed", task.assigneeName()), holder(task));
    }

    /** Who has it or did it, and since when, for whoever came too late. */
    private static Map<String, Object> holder(Task task) {
        var facts = new HashMap<String, Object>();
        facts.put("claimedBy", String.valueOf(task.assignee()));
        facts.put("claimedByName", String.valueOf(task.assigneeName()));
        facts.put("claimedAt", String.valueOf(task.claimed()));
        facts.put("revision", task.revision());
        if (task.completed() != null) {
            facts.put("completedAt", task.completed().toString());
        }
        return facts;
    }

    boolean isOrphaned(Task task) {
        return !task.candidateGroups().isEmpty()
                && task.candidateGroups().stream()
                        .flatMap(group -> people.inGroup(group).stream())
                        .noneMatch(member -> member.id().equals(task.assignee()))
                && people.find(String.valueOf(task.assignee()))
                        .filter(holder -> substitutes.principal(task, holder).isPresent())
                        .isEmpty();
    }

    public static void refuseIfDelegated(Task task) {
        if (task.delegated()) {
            throw new ConflictException(
                    Texts.get("workflow.action.delegated", task.assigneeName(), task.ownerName()),
                    Map.<String, Object>of("revision", task.revision()));
        }
    }

    /** @throws ConflictException with what has changed since that revision, in words and as {@code changed} */
    public void refuseIfStale(Task task, @Nullable Integer revision) {
        if (revision == null || revision == task.revision()) {
            return;
        }
        var changed = changedSince(task.id(), revision);
        var words = changed.stream()
                .map(field -> Texts.get("workflow.task.field." + field))
                .collect(Collectors.joining(Texts.get("workflow.task.comma")));
        throw new ConflictException(
                changed.isEmpty()
                        ? Texts.get("workflow.task.changed")
                        : Texts.get("workflow.task.changed-fields", words),
                Map.<String, Object>of("revision", task.revision(), "changed", changed));
    }

    private List<String> changedSince(String id, int revision) {
        return jdbc.sql("""
                        SELECT DISTINCT field
                        FROM workflow.open_task t
                        CROSS JOIN LATERAL jsonb_each(t.changes) AS change (revision, fields)
                        CROSS JOIN LATERAL jsonb_array_elements_text(change.fields) AS field
                        WHERE t.task_id = :id AND change.revision::integer > :revision
                        ORDER BY field
                        """)
                .param("id", id)
                .param("revision", revision)
                .query(String.class)
                .list();
    }

    /** One change of one task, in one transaction with what the engine makes of it. */
    @FunctionalInterface
    public interface Change {
        void apply(Task task, Person person);
    }
}
