package esop.ordering;

import esop.ordering.NewOrder.NewItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about an order; what is null stays as it is. The fields are those of {@link NewOrder}.
 *
 * @param items a delta: only what is added, modified or deleted
 */
public record Amendment(
        @Nullable String requestedDate,
        @Nullable Integer priority,
        @Nullable String note,
        @Nullable List<@Nullable ItemChange> items) {

    public static Amendment of(@Nullable String requestedDate, @Nullable Integer priority, @Nullable String note) {
        return new Amendment(requestedDate, priority, note, null);
    }

    boolean changesWishes() {
        return requestedDate != null || priority != null || note != null;
    }

    /**
     * @param change {@code add}, {@code modify} or {@code delete}
     * @param itemId of the order's item, for {@code modify} and {@code delete}
     * @param item as it is to be, for {@code add} and {@code modify}
     */
    public record ItemChange(
            @Nullable String change,
            @Nullable String itemId,
            @Nullable NewItem item) {}
}
