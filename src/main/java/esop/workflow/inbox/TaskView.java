package esop.workflow.inbox;

import esop.web.BadRequestException;
import esop.web.Texts;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The views of an inbox. The first four read pigeon-holes and say what they ask of an entry beside lying in one; the others read tasks. */
public enum TaskView {
    /** Claimed by me or assigned to me. */
    MINE("i.inbox = :own"),
    /** Waiting for somebody of my groups. */
    GROUP("i.inbox <> :own AND i.assignee IS NULL"),
    /** Everything open that I may see: mine, waiting, and what colleagues have claimed. */
    ALL("(i.inbox = :own OR i.assignee IS DISTINCT FROM :me)"),
    /** Late, and mine or waiting. */
    OVERDUE("i.due < now() AND (i.inbox = :own OR i.assignee IS NULL)"),
    /** Mine, and put off to a later day. */
    LATER("t.assignee = :me AND t.follow_up > now()"),
    /** Open in flows that I began. */
    STARTED("t.started_by = :me"),
    /** Held by people below me. */
    TEAM("t.assignee = ANY (:team)"),
    /** Copied to me. */
    CC("c.person = :me"),
    /** Completed by me. */
    DONE("t.closed_by = :me AND t.outcome = 'completed'");

    private final String condition;

    TaskView(String condition) {
        this.condition = condition;
    }

    boolean readsPigeonHoles() {
        return compareTo(OVERDUE) <= 0;
    }

    String condition() {
        return condition;
    }

    public static TaskView of(@Nullable String name) {
        if (name == null) {
            return ALL;
        }
        return Arrays.stream(values())
                .filter(view -> view.name().toLowerCase().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadRequestException("view", Texts.get("workflow.task.unknown-view", names())));
    }

    public String word() {
        return name().toLowerCase();
    }

    private static String names() {
        return Arrays.stream(values()).map(view -> view.name().toLowerCase()).collect(Collectors.joining(", "));
    }
}
