package esop.workflow.inbox;

import esop.workflow.calendar.TaskTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as the inbox shows it.
 *
 * @param businessKey what its process is about, for example a work order
 * @param subject short words, for example the product's name
 * @param state {@code created}, {@code claimed}, {@code completed} or {@code cancelled}
 * @param revision grows with every change; an action on an older one is refused
 * @param rootBusinessKey the order it belongs to
 * @param kind {@code task}, or {@code opinion}: somebody was asked what they think of the task {@code about}
 * @param owner who gets it back when it is delegated; of an opinion, who asked for it
 * @param followUp until then nothing is to be done about it
 * @param urged how often somebody has asked to hurry
 * @param amount what is decided on, in yuan, where it is a sum
 * @param time working time that is left; null where it is over, or where its date was promised
 * @param actingFor for whom its holder has it; in the list of what one may do for others, for whom one would
 */
public record Task(
        String id,
        String activity,
        String name,
        String nameEn,
        String process,
        String processName,
        String processNameEn,
        @Nullable String businessKey,
        @Nullable String subject,
        @Nullable String subjectEn,
        @Nullable Customer customer,
        String city,
        @Nullable String assignee,
        @Nullable String assigneeName,
        List<String> candidateGroups,
        Instant created,
        @Nullable Instant claimed,
        Instant due,
        @Nullable TaskTime time,
        String state,
        int priority,
        int revision,
        String instanceId,
        @Nullable String rootBusinessKey,
        @Nullable Instant completed,
        @Nullable String completedBy,
        String kind,
        @Nullable String about,
        @Nullable String owner,
        @Nullable String ownerName,
        boolean delegated,
        @Nullable Instant followUp,
        int urged,
        @Nullable BigDecimal amount,
        @Nullable String actingFor,
        @Nullable String actingForName) {

    public record Customer(String id, @Nullable String name) {}

    public boolean isOpinion() {
        return kind.equals("opinion");
    }

    /** The task itself, where this is an opinion about one. */
    public String subjectId() {
        return about == null ? id : about;
    }

    public boolean isOpen() {
        return state.equals("created") || state.equals("claimed");
    }
}
