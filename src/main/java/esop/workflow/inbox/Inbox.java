package esop.workflow.inbox;

import esop.identity.CurrentPerson;
import esop.identity.DataScope;
import esop.identity.People;
import esop.identity.Person;
import esop.web.BadRequestException;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.form.FormRefusedException;
import esop.workflow.form.TaskForms;
import esop.workflow.form.TaskForms.TaskForm;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What one may do with a task. Another city's is unknown; one's own city's is refused unless one is in a candidate group or its
 * assignee. The engine then works for the whole province: what follows a task may lie in other cities.
 */
@Component
class Inbox {

    private final CurrentPerson currentPerson;
    private final People people;
    private final TaskRows rows;
    private final TaskService engine;
    private final TaskForms forms;
    private final CommandExecutor commands;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    Inbox(
            CurrentPerson currentPerson,
            People people,
            TaskRows rows,
            TaskService engine,
            TaskForms forms,
            CommandExecutor commands,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.currentPerson = currentPerson;
        this.people = people;
        this.rows = rows;
        this.engine = engine;
        this.forms = forms;
        this.commands = commands;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    Task task(String id) {
        return within(person -> visible(id, person));
    }

    TaskForm form(String id) {
        return within(person -> {
            open(id, person, null);
            return commands.execute(command -> forms.of(command.getTaskManager().findTaskById(id)));
        });
    }

    Task claim(String id, @Nullable Integer revision) {
        return change(id, (task, person) -> {
            if (person.id().equals(task.assignee())) {
                return;
            }
            refuseIfAnothers(task, person);
            refuseIfStale(task, revision);
            engine.claim(id, person.id());
        });
    }

    Task unclaim(String id, @Nullable Integer revision) {
        return change(id, (task, person) -> {
            if (task.assignee() == null) {
                return;
            }
            refuseIfAnothers(task, person);
            refuseIfStale(task, revision);
            engine.setAssignee(id, null);
        });
    }

    Task assign(String id, String to, @Nullable Integer revision) {
        return change(id, (task, person) -> {
            refuseIfAnothers(task, person);
            refuseIfStale(task, revision);
            var receiver = people.find(to)
                    .filter(found -> found.cities().contains(task.city()))
                    .filter(found -> found.groups().stream().anyMatch(task.candidateGroups()::contains))
                    .orElseThrow(() -> new InvalidException("to", Texts.get("workflow.task.not-a-member", to)));
            engine.setAssignee(id, receiver.id());
        });
    }

    /** Completes a task of one's own, or one that waits for one's group, which is claimed by that. */
    Task complete(String id, Map<String, Object> data, @Nullable Integer revision) {
        return change(id, (task, person) -> {
            refuseIfAnothers(task, person);
            refuseIfStale(task, revision);
            if (task.assignee() == null) {
                engine.claim(id, person.id());
            }
            engine.complete(id, data);
        });
    }

    <T> T within(Function<Person, T> work) {
        var person = currentPerson.get();
        return DataScope.asSystem(() -> transaction.execute(status -> work.apply(person)));
    }

    Task visible(String id, Person person) {
        var task =
                rows.find(id, person).orElseThrow(() -> new UnknownException(Texts.get("workflow.task.unknown", id)));
        var member = person.id().equals(task.assignee())
                || person.id().equals(task.completedBy())
                || person.groups().stream().anyMatch(task.candidateGroups()::contains);
        if (!member) {
            throw new AccessDeniedException("not a candidate");
        }
        return task;
    }

    private Task change(String id, Change change) {
        try {
            return within(person -> {
                change.apply(open(id, person, id), person);
                return visible(id, person);
            });
        } catch (FormRefusedException refused) {
            throw new BadRequestException(refused.getMessage(), refused.errors());
        } catch (OptimisticLockingException overtaken) {
            throw new ConflictException(Texts.get("workflow.task.changed"));
        }
    }

    /** @param lock what to hold until the end of the transaction, so that of many who want the task one is first */
    private Task open(String id, Person person, @Nullable String lock) {
        if (lock != null) {
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:lock, 0))")
                    .param("lock", lock)
                    .query((row, number) -> number)
                    .list();
        }
        var task = visible(id, person);
        if (!task.isOpen()) {
            throw new ConflictException(
                    Texts.get(task.state().equals("completed") ? "workflow.task.closed" : "workflow.task.withdrawn"));
        }
        return task;
    }

    private void refuseIfAnothers(Task task, Person person) {
        if (task.assignee() == null || task.assignee().equals(person.id())) {
            return;
        }
        var facts = new HashMap<String, Object>();
        facts.put("claimedBy", task.assignee());
        facts.put("claimedByName", String.valueOf(task.assigneeName()));
        facts.put("claimedAt", String.valueOf(task.claimed()));
        facts.put("revision", task.revision());
        throw new ConflictException(Texts.get("workflow.task.claimed", task.assigneeName()), facts);
    }

    private static void refuseIfStale(Task task, @Nullable Integer revision) {
        if (revision != null && revision != task.revision()) {
            throw new ConflictException(
                    Texts.get("workflow.task.changed"), Map.<String, Object>of("revision", task.revision()));
        }
    }

    private interface Change {
        void apply(Task task, Person person);
    }
}
