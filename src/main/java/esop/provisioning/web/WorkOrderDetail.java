package esop.provisioning.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import esop.provisioning.WorkOrderActions.Allowed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param actions what may be asked of its unit now, and why not
 * @param log what was asked of it before, newest first
 */
record WorkOrderDetail(@JsonUnwrapped WorkOrderPage workOrder, List<Allowed> actions, List<Asked> log) {

    /**
     * @param words the note of an {@code expedite}, the reason of a {@code withdraw} or {@code recall}
     * @param priority what an expedite raised it to at the unit
     * @param state {@code asked}, {@code done}, {@code refused}, {@code late} or {@code unanswered}
     * @param answer the unit's words
     */
    record Asked(
            String name,
            String person,
            String personName,
            Instant at,
            String words,
            @Nullable Integer priority,
            String state,
            @Nullable String answer,
            @Nullable Instant settled) {}
}
