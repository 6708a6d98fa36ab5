package esop.opportunity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** An agreement in TMF651's words, as the CRM keeps it. */
record Tmf651Agreement(SalesOpportunity opportunity, Agreement agreement) {

    ObjectNode body(ObjectMapper json) {
        var entry = opportunity.entry();
        var body = json.createObjectNode()
                .put("@type", "Agreement")
                .put("agreementType", "commercial")
                .put("name", entry.name())
                .put("status", agreement.ended() == null ? "inForce" : "terminated");
        body.putObject("agreementPeriod")
                .put("startDateTime", start(agreement.starts()))
                .put("endDateTime", start(agreement.ended() == null ? agreement.ends() : agreement.ended()));
        var parties = body.putArray("engagedParty");
        parties.addObject()
                .put("id", String.valueOf(entry.customerId()))
                .put("name", agreement.customerParty())
                .put("role", "customer")
                .put("@referredType", "Customer");
        parties.addObject()
                .put("id", "jiangsu")
                .put("name", agreement.ourParty())
                .put("role", "provider")
                .put("@referredType", "Organization");
        var items = body.putArray("agreementItem");
        opportunity
                .solution()
                .items()
                .forEach(item -> items.addObject()
                        .putArray("productOffering")
                        .addObject()
                        .put("id", item.offeringId())
                        .put("name", item.name()));
        var characteristics = body.putArray("characteristic");
        characteristics.addObject().put("name", "number").put("value", agreement.number());
        characteristics.addObject().put("name", "opportunityId").put("value", opportunity.id());
        characteristics.addObject().put("name", "orderId").put("value", opportunity.orderId());
        return body;
    }

    private static String start(LocalDate day) {
        return day + "T00:00:00+08:00";
    }
}
