package esop.opportunity;

import esop.catalog.Catalog;
import esop.opportunity.ProposedSolution.Line;
import esop.opportunity.Solution.Item;
import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a solution of what was entered, with the catalogue's prices where none were; names each wrong field. */
@Component
class SolutionCheck {

    private static final int MOST_ITEMS = 50;
    private static final int MOST_PIECES = 100;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST = new BigDecimal("999999999");

    private final Catalog catalog;

    SolutionCheck(Catalog catalog) {
        this.catalog = catalog;
    }

    /** @throws InvalidException with a line per wrong field */
    Solution read(ProposedSolution proposed, String city) {
        var errors = new ArrayList<FieldError>();
        OpportunityCheck.text(proposed.note(), "note", 2_000, errors);
        var lines = Objects.requireNonNullElse(proposed.items(), List.<Line>of());
        if (lines.size() > MOST_ITEMS) {
            errors.add(OpportunityCheck.error("items", "too-many", MOST_ITEMS));
        }
        var items = new ArrayList<Item>();
        for (var i = 0; i < Math.min(lines.size(), MOST_ITEMS); i++) {
            item("items[" + i + "]", lines.get(i), city, errors).ifPresent(items::add);
        }
        if (!errors.isEmpty()) {
            throw new InvalidException(Texts.get("opportunity.invalid"), errors);
        }
        return new Solution(
                List.copyOf(items),
                proposed.note() == null || proposed.note().isBlank()
                        ? null
                        : proposed.note().strip());
    }

    private Optional<Item> item(String path, @Nullable Line line, String city, List<FieldError> errors) {
        var offering = line == null || line.offeringId() == null
                ? null
                : catalog.find(line.offeringId()).orElse(null);
        if (line == null || offering == null) {
            errors.add(OpportunityCheck.error(
                    path + ".offeringId", "unknown-product", line == null ? null : line.offeringId()));
            return Optional.empty();
        }
        if (!offering.soldIn(city) || !offering.orderable()) {
            errors.add(OpportunityCheck.error(path + ".offeringId", "not-sold", offering.nameIn(Texts.current())));
        }
        var quantity = Objects.requireNonNullElse(line.quantity(), 1);
        if (quantity < 1 || quantity > MOST_PIECES) {
            errors.add(OpportunityCheck.error(path + ".quantity", "quantity", MOST_PIECES));
        }
        var months = Objects.requireNonNullElse(line.months(), Math.max(offering.commitmentMonths(), 12));
        if (months < 1 || months > 120) {
            errors.add(OpportunityCheck.error(path + ".months", "months"));
        }
        return Optional.of(new Item(
                offering.id(),
                offering.name(),
                offering.nameEn(),
                quantity,
                price(path + ".oneTime", line.oneTime(), offering.price().oneTime(), errors),
                price(path + ".recurring", line.recurring(), offering.price().recurring(), errors),
                discount(path + ".discount", line.discount(), errors),
                months));
    }

    private static BigDecimal price(
            String path, @Nullable BigDecimal price, BigDecimal usual, List<FieldError> errors) {
        if (price == null) {
            return usual;
        }
        if (price.signum() < 0 || price.compareTo(MOST) > 0) {
            errors.add(OpportunityCheck.error(path, "amount"));
        } else if (price.stripTrailingZeros().scale() > 2) {
            errors.add(OpportunityCheck.error(path, "cents"));
        }
        return price;
    }

    private static BigDecimal discount(String path, @Nullable BigDecimal discount, List<FieldError> errors) {
        if (discount == null) {
            return BigDecimal.ZERO;
        }
        if (discount.signum() < 0 || discount.compareTo(HUNDRED) > 0) {
            errors.add(OpportunityCheck.error(path, "discount"));
        } else if (discount.stripTrailingZeros().scale() > 2) {
            errors.add(OpportunityCheck.error(path, "cents"));
        }
        return discount;
    }
}
