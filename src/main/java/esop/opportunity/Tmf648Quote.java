package esop.opportunity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.opportunity.Solution.Item;
import java.math.BigDecimal;

/**
 * A solution and its prices in TMF648's words, as the CRM keeps it.
 *
 * @param version how often the CRM has been told
 */
record Tmf648Quote(SalesOpportunity opportunity, int version) {

    ObjectNode body(ObjectMapper json) {
        var entry = opportunity.entry();
        var solution = opportunity.solution();
        var body = json.createObjectNode()
                .put("@type", "Quote")
                .put("description", entry.name())
                .put("version", Integer.toString(version))
                .put("state", state());
        var parties = body.putArray("relatedParty");
        parties.addObject()
                .put("id", entry.customerId() == null ? opportunity.id() : entry.customerId())
                .put("name", entry.customerName())
                .put("role", entry.customerId() == null ? "prospect" : "customer")
                .put("@referredType", entry.customerId() == null ? "Organization" : "Customer");
        var items = body.putArray("quoteItem");
        for (var i = 0; i < solution.items().size(); i++) {
            item(items.addObject(), i + 1, solution.items().get(i));
        }
        total(body.putArray("quoteTotalPrice"), solution);
        return body;
    }

    /** Approved by us, then accepted by the customer; what is proposed anew begins again. */
    private String state() {
        if (opportunity.state() == OpportunityState.TERMINATED) {
            return "cancelled";
        }
        if (!opportunity.solutionState().equals("approved")) {
            return "inProgress";
        }
        var stage = opportunity.stage();
        return stage == Stage.CONTRACT || stage == Stage.ORDER ? "accepted" : "approved";
    }

    private static void item(ObjectNode line, int number, Item item) {
        line.put("id", Integer.toString(number)).put("action", "add").put("quantity", item.quantity());
        line.putObject("productOffering").put("id", item.offeringId()).put("name", item.name());
        var prices = line.putArray("quoteItemPrice");
        price(prices, "oneTime", item.oneTime(), item.discount());
        price(prices, "recurring", item.recurring(), item.discount()).put("recurringChargePeriod", "month");
    }

    private static ObjectNode price(ArrayNode prices, String type, BigDecimal amount, BigDecimal discount) {
        var price = prices.addObject().put("priceType", type);
        money(price.putObject("price"), amount);
        if (discount.signum() > 0) {
            var alteration = price.putArray("priceAlteration")
                    .addObject()
                    .put("name", "discount")
                    .put("priceType", "discount");
            alteration.putObject("price").put("percentage", discount);
        }
        return price;
    }

    private static void total(ArrayNode prices, Solution solution) {
        var total = prices.addObject().put("name", "total").put("priceType", "total");
        money(total.putObject("price"), solution.value());
    }

    private static void money(ObjectNode price, BigDecimal amount) {
        price.putObject("taxIncludedAmount").put("unit", "CNY").put("value", amount);
    }
}
