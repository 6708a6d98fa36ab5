package esop.opportunity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An opportunity in TMF699's words, as the CRM keeps it. TMF699 4.0.0 knows leads only: stages travel as characteristics (extension). */
record Tmf699Opportunity(SalesOpportunity opportunity) {

    ObjectNode body(ObjectMapper json) {
        var entry = opportunity.entry();
        var progress = opportunity.progress();
        var body = json.createObjectNode()
                .put("@type", "SalesOpportunity")
                .put("name", entry.name())
                .put("status", status())
                .put("referredDate", entry.acquired() + "T00:00:00+08:00");
        put(body, "description", entry.need());
        put(body, "statusChangeReason", progress.reason());
        body.putObject("estimatedRevenue").put("unit", "CNY").put("value", entry.expectedRevenue());
        body.putObject("channel").put("id", entry.source()).put("name", entry.source());
        if (entry.deadline() != null) {
            body.putObject("validFor").put("endDateTime", entry.deadline() + "T00:00:00+08:00");
        }
        if (entry.campaign() != null) {
            body.putObject("marketingCampaign").put("id", entry.campaign());
        }
        if (entry.firstOffering() != null) {
            body.putObject("productOffering").put("id", entry.firstOffering());
        }
        var parties = body.putArray("relatedParty");
        if (entry.customerId() != null) {
            party(parties, entry.customerId(), entry.customerName(), "customer", "Customer");
        }
        if (opportunity.owner().person() != null) {
            party(parties, opportunity.owner().person(), opportunity.owner().personName(), "owner", "Individual");
        }
        var characteristics = body.putArray("characteristic");
        characteristic(
                characteristics,
                "stage",
                progress.stage() == null ? "new" : progress.stage().word());
        characteristic(characteristics, "customerName", entry.customerName());
        characteristic(characteristics, "industry", entry.industry());
        characteristic(characteristics, "contactName", entry.contactName());
        characteristic(characteristics, "contactPhone", entry.contactPhone());
        characteristic(characteristics, "executingChannel", opportunity.owner().executing());
        characteristic(characteristics, "orderId", opportunity.orderId());
        return body;
    }

    private String status() {
        return switch (opportunity.state()) {
            case NEW -> "acknowledged";
            case IN_PROGRESS -> "inProgress";
            case CONVERTED -> "won";
            case TERMINATED -> "lost";
        };
    }

    private static void put(ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private static void party(ArrayNode parties, String id, @Nullable String name, String role, String type) {
        parties.addObject().put("id", id).put("name", name).put("role", role).put("@referredType", type);
    }

    private static void characteristic(ArrayNode all, String name, @Nullable String value) {
        if (value != null) {
            all.addObject().put("name", name).put("value", value);
        }
    }
}
