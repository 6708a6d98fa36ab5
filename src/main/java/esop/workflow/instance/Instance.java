package esop.workflow.instance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a process.
 *
 * @param state {@code running}, {@code completed} or {@code cancelled}
 * @param incidents how many of its steps have failed for good and wait for somebody
 */
public record Instance(
        String id,
        String process,
        String processName,
        String processNameEn,
        String definitionId,
        @Nullable String businessKey,
        @Nullable String rootBusinessKey,
        @Nullable String parentId,
        String rootId,
        String city,
        @Nullable Customer customer,
        Instant started,
        @Nullable Instant ended,
        String state,
        int incidents) {

    public record Customer(String id, @Nullable String name) {}
}
