package esop.workflow.inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people did with a task, for its history: who, when, why, and for whom. */
@Component
public class TaskNotes {

    private final JdbcClient jdbc;

    TaskNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param subject the person it was done to */
    public void add(
            String taskId,
            String change,
            @Nullable String actor,
            @Nullable String subject,
            @Nullable String reason,
            @Nullable String onBehalfOf) {
        jdbc.sql("SELECT workflow.note_action(:task, :change, :actor, :subject, :reason, :onBehalfOf)")
                .param("task", taskId)
                .param("change", change)
                .param("actor", actor)
                .param("subject", subject)
                .param("reason", reason)
                .param("onBehalfOf", onBehalfOf)
                .query((row, number) -> number)
                .list();
    }

    /** Adds to what the engine has just noted of the task why it was asked to, and for whom. */
    public void explain(
            String taskId,
            @Nullable String betterWord,
            @Nullable String subject,
            @Nullable String reason,
            @Nullable String onBehalfOf) {
        jdbc.sql("SELECT workflow.explain_change(:task, :word, :subject, :reason, :onBehalfOf)")
                .param("task", taskId)
                .param("word", betterWord)
                .param("subject", subject)
                .param("reason", reason)
                .param("onBehalfOf", onBehalfOf)
                .query((row, number) -> number)
                .list();
    }
}
