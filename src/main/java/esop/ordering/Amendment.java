package esop.ordering;

import org.jspecify.annotations.Nullable;

/** What is to be different about an order; what is null stays as it is. The fields are those of {@link NewOrder}. */
public record Amendment(
        @Nullable String requestedDate,
        @Nullable Integer priority,
        @Nullable String note) {}
