package esop.north;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.opportunity.OpportunityState;
import esop.opportunity.SalesOpportunity;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An opportunity as a lead in TMF699's words, as its channel reads it. */
@Component
class LeadWords {

    static final String API = "/tmf-api/sales/v4";

    /** TMF699's states of a lead by ours. */
    static final Map<String, OpportunityState> STATES = Map.of(
            "acknowledged", OpportunityState.NEW,
            "inProgress", OpportunityState.IN_PROGRESS,
            "accepted", OpportunityState.CONVERTED,
            "rejected", OpportunityState.TERMINATED);

    private static final Map<OpportunityState, String> WORDS =
            STATES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private final ObjectMapper json;

    LeadWords(ObjectMapper json) {
        this.json = json;
    }

    static String address(SalesOpportunity opportunity) {
        return API + "/salesLead/" + opportunity.id();
    }

    ObjectNode body(SalesOpportunity opportunity, @Nullable ReceivedLead received) {
        var entry = opportunity.entry();
        var body = json.createObjectNode()
                .put("id", opportunity.id())
                .put("href", address(opportunity))
                .put("@type", "SalesLead")
                .put("name", entry.name())
                .put("status", WORDS.get(opportunity.state()))
                .put("creationDate", entry.created().toString());
        if (received != null && received.externalId() != null) {
            body.put("externalId", received.externalId());
        }
        Stream.of(new String[] {"description", entry.need()}, new String[] {
                    "statusChangeReason", opportunity.progress().reason()
                })
                .filter(pair -> pair[1] != null)
                .forEach(pair -> body.put(pair[0], pair[1]));
        body.putObject("estimatedRevenue").put("unit", "CNY").put("value", entry.expectedRevenue());
        body.putObject("channel").put("id", entry.source());
        if (!entry.offeringIds().isEmpty()) {
            body.putObject("productOffering").put("id", entry.offeringIds().get(0));
        }
        var parties = body.putArray("relatedParty");
        parties.addObject()
                .put("id", entry.customerId() == null ? opportunity.id() : entry.customerId())
                .put("name", entry.customerName())
                .put("role", entry.customerId() == null ? "prospect" : "customer")
                .put("@referredType", entry.customerId() == null ? "Organization" : "Customer");
        var owner = opportunity.owner();
        if (owner.person() != null) {
            parties.addObject()
                    .put("id", owner.person())
                    .put("name", owner.personName())
                    .put("role", "owner")
                    .put("@referredType", "Individual");
        }
        body.putObject("salesOpportunity").put("id", opportunity.id()).put("@referredType", "SalesOpportunity");
        return body;
    }
}
