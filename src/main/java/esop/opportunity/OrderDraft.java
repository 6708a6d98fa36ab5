package esop.opportunity;

import esop.catalog.Catalog;
import esop.ordering.NewOrder;
import esop.ordering.Ordering;
import esop.web.FieldError;
import esop.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The order an opportunity becomes: everything it needs is known already, nothing is typed twice. */
@Component
class OrderDraft {

    private static final int LONGEST_NOTE = 1_000;

    private final Ordering ordering;
    private final Catalog catalog;

    OrderDraft(Ordering ordering, Catalog catalog) {
        this.ordering = ordering;
        this.catalog = catalog;
    }

    NewOrder of(SalesOpportunity opportunity) {
        var facts = opportunity.facts();
        var note = Optional.ofNullable(facts.get(Fact.ORDER_NOTE.key()))
                .map(Object::toString)
                .filter(text -> !text.isBlank())
                .or(() -> Optional.ofNullable(opportunity.entry().need()))
                .map(text -> text.length() > LONGEST_NOTE ? text.substring(0, LONGEST_NOTE) : text)
                .orElse(null);
        return new NewOrder(
                opportunity.entry().customerId(),
                opportunity.solution().items().stream()
                        .map(item -> new NewOrder.NewItem(
                                item.offeringId(),
                                "add",
                                item.quantity(),
                                catalog.complete(item.offeringId(), Map.of())))
                        .toList(),
                (String) facts.get(Fact.REQUESTED_DATE.key()),
                null,
                note,
                opportunity.id(),
                null);
    }

    /** Why it could not be placed now; none where it could. */
    List<FieldError> obstacles(SalesOpportunity opportunity) {
        if (opportunity.solution().items().isEmpty()) {
            return List.of(new FieldError("solutionItems", Texts.get("opportunity.missing.solutionItems")));
        }
        return ordering.check(of(opportunity)).stream()
                .map(error -> new FieldError(
                        error.field().equals("requestedDate") ? Fact.REQUESTED_DATE.key() : "orderPossible",
                        error.message()))
                .toList();
    }
}
