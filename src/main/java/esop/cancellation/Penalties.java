package esop.cancellation;

import esop.catalog.Catalog;
import esop.catalog.ProductOffering;
import esop.opportunity.SignedAgreements;
import esop.opportunity.SignedAgreements.Signed;
import esop.opportunity.Solution;
import esop.provisioning.Subscription;
import esop.provisioning.Subscriptions;
import esop.workflow.Decisions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 违约金 (ESOP 6.3.2.1.1.2(2), (3)): months left × monthly fee as agreed × share. The agreement may say how long the customer is bound and
 * which share; else each product's months and the table {@code cancellation-penalty} do.
 */
@Component
class Penalties {

    static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");
    private static final String TABLE = "cancellation-penalty";
    private static final double NOTHING_AGREED = -1;

    private final Subscriptions subscriptions;
    private final SignedAgreements agreements;
    private final Catalog catalog;
    private final Decisions decisions;

    Penalties(Subscriptions subscriptions, SignedAgreements agreements, Catalog catalog, Decisions decisions) {
        this.subscriptions = subscriptions;
        this.agreements = agreements;
        this.catalog = catalog;
        this.decisions = decisions;
    }

    /** In the order in which they are given. */
    List<Line> lines(List<Subscription> ending, String customerLevel, LocalDate day) {
        return ending.stream().map(one -> line(one, customerLevel, day)).toList();
    }

    private Line line(Subscription subscription, String customerLevel, LocalDate day) {
        var offering = catalog.find(subscription.product());
        return new Line(
                subscription.id(),
                subscription.product(),
                offering.map(ProductOffering::name).orElse(subscription.product()),
                offering.map(ProductOffering::nameEn).orElse(subscription.product()),
                LocalDate.ofInstant(subscription.since(), PROVINCE),
                bound(subscription, customerLevel, day).orElse(null),
                false);
    }

    /** Of several agreements over the years, the one that binds longest. */
    private Optional<Line.Bound> bound(Subscription subscription, String customerLevel, LocalDate day) {
        return agreements.ofOrders(subscriptions.orders(subscription.id())).stream()
                .filter(signed -> signed.agreement().ended() == null)
                .flatMap(signed -> item(signed, subscription.product())
                        .map(item -> bound(signed, item, subscription.product(), customerLevel, day))
                        .stream())
                .max(Comparator.comparing(Line.Bound::until));
    }

    /** The product itself, or the bundle it came with. */
    private Optional<Solution.Item> item(Signed signed, String product) {
        return signed.items().stream()
                .filter(item -> item.offeringId().equals(product))
                .findFirst()
                .or(() -> signed.items().stream()
                        .filter(item -> parts(item.offeringId()).contains(product))
                        .findFirst());
    }

    private List<String> parts(String offering) {
        return catalog.find(offering).map(ProductOffering::components).orElse(List.of());
    }

    private Line.Bound bound(Signed signed, Solution.Item item, String product, String customerLevel, LocalDate day) {
        var agreement = signed.agreement();
        var until = until(signed, item);
        var used = (int) Math.max(0, ChronoUnit.MONTHS.between(agreement.starts(), day));
        var left = monthsLeft(day, until);
        var agreed = agreement.penaltyShare();
        var rule = decisions
                .evaluate(
                        TABLE,
                        Map.of(
                                "product", product,
                                "customerLevel", customerLevel,
                                "monthsUsed", used,
                                "monthsLeft", left,
                                "agreedShare", agreed == null ? NOTHING_AGREED : agreed.doubleValue()))
                .get(0);
        var counted = Math.min(left, ((Number) rule.get("mostMonths")).intValue());
        var share = share(rule.get("share"), agreed);
        var monthly = monthly(item, product);
        return new Line.Bound(
                signed.opportunityId(),
                agreement.number(),
                agreement.revision(),
                until,
                monthly,
                used,
                counted,
                share,
                (String) rule.get("basis"),
                (String) rule.get("basisEn"),
                monthly.multiply(BigDecimal.valueOf(counted)).multiply(share).setScale(2, RoundingMode.HALF_UP));
    }

    /** A row that says none leaves it at what was agreed. */
    private static BigDecimal share(@Nullable Object decided, @Nullable BigDecimal agreed) {
        var share = decided == null ? agreed : new BigDecimal(decided.toString());
        return (share == null ? BigDecimal.ZERO : share).setScale(3, RoundingMode.HALF_UP);
    }

    private static LocalDate until(Signed signed, Solution.Item item) {
        var agreement = signed.agreement();
        if (agreement.boundUntil() != null) {
            return agreement.boundUntil();
        }
        var byProduct = agreement.starts().plusMonths(item.months());
        return byProduct.isBefore(agreement.ends()) ? byProduct : agreement.ends();
    }

    static int monthsLeft(LocalDate day, LocalDate until) {
        if (!day.isBefore(until)) {
            return 0;
        }
        var full = (int) ChronoUnit.MONTHS.between(day, until);
        return day.plusMonths(full).isBefore(until) ? full + 1 : full;
    }

    /** A bundle has one price: each of its products stands for the same part of it. */
    private BigDecimal monthly(Solution.Item item, String product) {
        var parts =
                item.offeringId().equals(product) ? 1 : parts(item.offeringId()).size();
        return item.recurring()
                .multiply(BigDecimal.valueOf(100).subtract(item.discount()))
                .divide(BigDecimal.valueOf(100L * parts), 2, RoundingMode.HALF_UP);
    }
}
