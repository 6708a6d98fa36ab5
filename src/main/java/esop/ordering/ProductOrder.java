package esop.ordering;

import static esop.ordering.ProductOrderState.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has ordered, with its items (TMF622 ProductOrder, ESOP 6.5.2). Changes by verbs, which refuse a state they do not
 * fit with {@link IllegalStateException}.
 *
 * @param instanceId the process instance that carries it
 * @param revision grows with each change
 */
public record ProductOrder(
        String id,
        Entry entry,
        List<Item> items,
        Progress progress,
        Mirror mirror,
        @Nullable String instanceId,
        int revision) {

    /**
     * What was entered, by whom and for whom; only the wishes (day, priority, note) may change, before work has begun.
     *
     * @param category {@code subscription}, {@code change} or {@code cancellation}
     * @param template the order template it was made from
     * @param priority TMF: 0 is the most urgent, 4 the least
     * @param contactId the contact with the customer it came from
     * @param receiver sign-on name of who took it in
     * @param contact whom to call about it, where somebody was named
     */
    public record Entry(
            String city,
            String category,
            @Nullable String template,
            int priority,
            String customerId,
            String customerName,
            String customerLevel,
            @Nullable String contactId,
            String receiver,
            String receiverName,
            Instant created,
            @Nullable LocalDate requestedDate,
            Instant due,
            @Nullable String note,
            @Nullable OrderContact contact) {}

    /**
     * One product with an action: {@code add}, {@code modify} or {@code delete}.
     *
     * @param subscription the one it ends, where the customer has several and it was said
     */
    public record Item(
            String id,
            String offeringId,
            String offeringName,
            String offeringNameEn,
            String action,
            int quantity,
            ProductOrderState state,
            Map<String, Object> characteristics,
            @Nullable String subscription) {

        Item in(ProductOrderState newState) {
            return state == CANCELLED ? this : moved(newState);
        }

        String nameIn(Locale locale) {
            return locale.getLanguage().equals("en") ? offeringNameEn : offeringName;
        }

        Item cancelled() {
            return moved(CANCELLED);
        }

        Item with(int newQuantity, Map<String, Object> newCharacteristics) {
            return new Item(
                    id,
                    offeringId,
                    offeringName,
                    offeringNameEn,
                    action,
                    newQuantity,
                    state,
                    newCharacteristics,
                    subscription);
        }

        private Item moved(ProductOrderState newState) {
            return new Item(
                    id,
                    offeringId,
                    offeringName,
                    offeringNameEn,
                    action,
                    quantity,
                    newState,
                    characteristics,
                    subscription);
        }
    }

    /**
     * How far it is.
     *
     * @param serviceOrders how many it was decomposed into, and how many of these have ended
     * @param holds how many things hold it: open fallouts, and services whose unit has stopped
     * @param message why it was rejected
     */
    public record Progress(
            ProductOrderState state,
            int serviceOrders,
            int serviceOrdersEnded,
            int holds,
            @Nullable Instant completed,
            @Nullable String message) {}

    /** The last state the CRM has confirmed. */
    public record Mirror(@Nullable String state, @Nullable Instant at) {

        static final Mirror NONE = new Mirror(null, null);
    }

    public ProductOrderState state() {
        return progress.state();
    }

    /** Neither ended nor being withdrawn: only then does anything but its withdrawal move it. */
    boolean isUnderWay() {
        return !state().isFinal() && state() != PENDING_CANCELLATION;
    }

    public String city() {
        return entry.city();
    }

    public boolean late(Instant now) {
        var completed = progress.completed();
        return entry.due().isBefore(completed == null ? now : completed);
    }

    ProductOrder startedAs(String instance) {
        return new ProductOrder(id, entry, items, progress, mirror, instance, revision);
    }

    ProductOrder mirrored(String state, Instant now) {
        return new ProductOrder(id, entry, items, progress, new Mirror(state, now), instanceId, revision);
    }

    ProductOrder amend(Entry amended) {
        require(ACKNOWLEDGED);
        return new ProductOrder(id, amended, items, progress, mirror, instanceId, revision);
    }

    /** What is still wanted of it. */
    List<Item> wanted() {
        return items.stream().filter(item -> item.state() != CANCELLED).toList();
    }

    /** @param newServiceOrders that the amendment has added to those there were */
    ProductOrder amendItems(List<Item> amended, int newServiceOrders) {
        require(ACKNOWLEDGED, IN_PROGRESS, HELD);
        return new ProductOrder(
                id,
                entry,
                amended,
                new Progress(
                        state(),
                        progress.serviceOrders() + newServiceOrders,
                        progress.serviceOrdersEnded(),
                        progress.holds(),
                        null,
                        null),
                mirror,
                instanceId,
                revision);
    }

    ProductOrder reject(String reason, Instant now) {
        require(ACKNOWLEDGED);
        return with(new Progress(REJECTED, 0, 0, 0, now, reason), REJECTED);
    }

    ProductOrder begin(int serviceOrders) {
        require(ACKNOWLEDGED);
        return with(new Progress(IN_PROGRESS, serviceOrders, 0, 0, null, null), IN_PROGRESS);
    }

    ProductOrder serviceOrderEnded() {
        require(IN_PROGRESS, HELD);
        return with(new Progress(
                state(), progress.serviceOrders(), progress.serviceOrdersEnded() + 1, progress.holds(), null, null));
    }

    /** One was rolled back and is opened anew as another. */
    ProductOrder serviceOrderRenewed() {
        require(IN_PROGRESS, HELD);
        return with(new Progress(
                state(), progress.serviceOrders() + 1, progress.serviceOrdersEnded(), progress.holds(), null, null));
    }

    ProductOrder hold() {
        require(IN_PROGRESS, HELD);
        return with(new Progress(
                HELD, progress.serviceOrders(), progress.serviceOrdersEnded(), progress.holds() + 1, null, null));
    }

    ProductOrder release() {
        require(HELD);
        var open = progress.holds() - 1;
        return with(new Progress(
                open == 0 ? IN_PROGRESS : HELD,
                progress.serviceOrders(),
                progress.serviceOrdersEnded(),
                open,
                null,
                null));
    }

    /** A withdrawal is granted; what was done is still to be taken back. */
    ProductOrder withdraw(String reason) {
        require(ACKNOWLEDGED, PENDING, IN_PROGRESS, HELD);
        return with(
                new Progress(
                        PENDING_CANCELLATION, progress.serviceOrders(), progress.serviceOrdersEnded(), 0, null, reason),
                PENDING_CANCELLATION);
    }

    ProductOrder cancelled(Instant now) {
        require(PENDING_CANCELLATION);
        return with(
                new Progress(CANCELLED, progress.serviceOrders(), progress.serviceOrders(), 0, now, progress.message()),
                CANCELLED);
    }

    /** Everything was taken back because it could not be done as a whole. */
    ProductOrder rolledBack(Instant now) {
        require(PENDING_CANCELLATION);
        return with(
                new Progress(FAILED, progress.serviceOrders(), progress.serviceOrders(), 0, now, progress.message()),
                FAILED);
    }

    /** @param itemStates by item id: completed, partial or failed */
    ProductOrder end(Map<String, ProductOrderState> itemStates, Instant now) {
        require(IN_PROGRESS, HELD);
        var ended =
                items.stream().map(item -> item.in(itemStates.get(item.id()))).toList();
        var states = Set.copyOf(itemStates.values());
        var outcome = states.size() == 1 ? states.iterator().next() : PARTIAL;
        return new ProductOrder(
                id,
                entry,
                ended,
                new Progress(outcome, progress.serviceOrders(), progress.serviceOrdersEnded(), 0, now, null),
                mirror,
                instanceId,
                revision);
    }

    /** Something it had opened was rolled back. @param itemStates by item id: what is left of those that are still wanted */
    ProductOrder takenBack(Map<String, ProductOrderState> itemStates) {
        require(COMPLETED, PARTIAL);
        var left = items.stream()
                .map(item -> item.in(itemStates.getOrDefault(item.id(), item.state())))
                .toList();
        var anything = left.stream().anyMatch(item -> item.state() == COMPLETED || item.state() == PARTIAL);
        return new ProductOrder(
                id,
                entry,
                left,
                new Progress(
                        anything ? PARTIAL : CANCELLED,
                        progress.serviceOrders(),
                        progress.serviceOrdersEnded(),
                        0,
                        progress.completed(),
                        progress.message()),
                mirror,
                instanceId,
                revision);
    }

    private void require(ProductOrderState... fitting) {
        if (!Set.of(fitting).contains(state())) {
            throw new IllegalStateException("order " + id + " is " + state().word());
        }
    }

    private ProductOrder with(Progress newProgress) {
        return new ProductOrder(id, entry, items, newProgress, mirror, instanceId, revision);
    }

    private ProductOrder with(Progress newProgress, ProductOrderState itemState) {
        return new ProductOrder(
                id,
                entry,
                items.stream().map(item -> item.in(itemState)).toList(),
                newProgress,
                mirror,
                instanceId,
                revision);
    }
}
