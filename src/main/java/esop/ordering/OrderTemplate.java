package esop.ordering;

import esop.ordering.NewOrder.NewItem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is ordered again and again (订单模板, ESOP 6.5.2): everything of an order but its customer and date.
 *
 * @param city whose customers it is for
 * @param shared whether everybody of the city may use it, or its owner only
 * @param owner sign-on name of who keeps it
 * @param priority as of an order
 * @param revision grows with each change
 */
public record OrderTemplate(
        String id,
        String city,
        String name,
        boolean shared,
        String owner,
        String ownerName,
        int priority,
        @Nullable String note,
        List<NewItem> items,
        Instant changed,
        int revision) {

    /** A template as somebody wants it; nothing about it has been checked. */
    public record Wish(
            @Nullable String name,
            @Nullable String city,
            @Nullable Boolean shared,
            @Nullable Integer priority,
            @Nullable String note,
            @Nullable List<@Nullable NewItem> items,
            @Nullable Integer revision) {}
}
