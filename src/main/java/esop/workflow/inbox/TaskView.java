package esop.workflow.inbox;

import esop.web.BadRequestException;
import esop.web.Texts;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The views of an inbox, each with what it asks of a pigeon-hole's row beside lying in it. */
enum TaskView {
    /** Claimed by me or assigned to me. */
    MINE("i.inbox = :own"),
    /** Waiting for somebody of my groups. */
    GROUP("i.inbox <> :own AND i.assignee IS NULL"),
    /** Everything open that I may see: mine, waiting, and what colleagues have claimed. */
    ALL("(i.inbox = :own OR i.assignee IS DISTINCT FROM :me)"),
    /** Late, and mine or waiting. */
    OVERDUE("i.due < now() AND (i.inbox = :own OR i.assignee IS NULL)"),
    /** Completed by me. */
    DONE("");

    private final String condition;

    TaskView(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    static TaskView of(@Nullable String name) {
        if (name == null) {
            return ALL;
        }
        return Arrays.stream(values())
                .filter(view -> view.name().toLowerCase().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadRequestException("view", Texts.get("workflow.task.unknown-view", names())));
    }

    private static String names() {
        return Arrays.stream(values()).map(view -> view.name().toLowerCase()).collect(Collectors.joining(", "));
    }
}
