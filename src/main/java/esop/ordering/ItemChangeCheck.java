package esop.ordering;

import esop.customer.Customer;
import esop.ordering.Amendment.ItemChange;
import esop.ordering.ProductOrder.Item;
import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the changes of an amendment can be made to the order they are meant for. */
@Component
class ItemChangeCheck {

    private static final Set<String> CHANGES = Set.of("add", "modify", "delete");

    private final OrderCheck items;

    ItemChangeCheck(OrderCheck items) {
        this.items = items;
    }

    /** @throws InvalidException with everything that is wrong */
    void refuseInvalid(ProductOrder order, List<@Nullable ItemChange> changes, Customer customer) {
        var errors = new ArrayList<FieldError>();
        var named = new HashSet<String>();
        for (var i = 0; i < changes.size(); i++) {
            errors.addAll(errors("items[" + i + "]", changes.get(i), order, named, customer));
        }
        errors.addAll(errors(left(order, changes), errors.isEmpty()));
        if (!errors.isEmpty()) {
            throw new InvalidException(Texts.get("ordering.invalid"), errors);
        }
    }

    /** @param named the items that earlier changes of the amendment are about; this one's joins them */
    private List<FieldError> errors(
            String path, @Nullable ItemChange change, ProductOrder order, Set<String> named, Customer customer) {
        if (!isKnown(change)) {
            return List.of(new FieldError(path + ".change", Texts.get("ordering.invalid.change")));
        }
        if (change.change().equals("add")) {
            return items.checkItem(path + ".item", change.item(), customer);
        }
        var before = order.wanted().stream()
                .filter(item -> item.id().equals(change.itemId()))
                .findFirst();
        if (before.isEmpty() || !named.add(change.itemId())) {
            return List.of(new FieldError(
                    path + ".itemId", Texts.get("ordering.invalid.item", String.valueOf(change.itemId()))));
        }
        return change.change().equals("delete") ? List.of() : modified(path, change, before.get(), customer);
    }

    private List<FieldError> modified(String path, ItemChange change, Item before, Customer customer) {
        var errors = new ArrayList<>(items.checkItem(path + ".item", change.item(), customer));
        if (change.item() != null && !isTheSameProduct(change.item(), before)) {
            errors.add(new FieldError(path + ".item.offeringId", Texts.get("ordering.invalid.other-product")));
        }
        return errors;
    }

    private static boolean isTheSameProduct(NewOrder.NewItem wished, Item before) {
        return before.offeringId().equals(wished.offeringId())
                && Objects.requireNonNullElse(wished.action(), before.action()).equals(before.action());
    }

    private static List<FieldError> errors(int left, boolean nothingElseWrong) {
        if (nothingElseWrong && left < 1) {
            return List.of(new FieldError("items", Texts.get("ordering.invalid.nothing-left")));
        }
        if (left > OrderCheck.MOST_ITEMS) {
            return List.of(new FieldError(
                    "items",
                    Texts.get(
                            "ordering.invalid.too-many-items",
                            Integer.toString(OrderCheck.MOST_ITEMS),
                            Integer.toString(left))));
        }
        return List.of();
    }

    /** How many items the order would have. */
    private static int left(ProductOrder order, List<@Nullable ItemChange> changes) {
        return order.wanted().size() + count(changes, "add") - count(changes, "delete");
    }

    private static int count(List<@Nullable ItemChange> changes, String kind) {
        return (int) changes.stream()
                .filter(change -> change != null && kind.equals(change.change()))
                .count();
    }

    private static boolean isKnown(@Nullable ItemChange change) {
        return change != null && change.change() != null && CHANGES.contains(change.change());
    }
}
