package esop.sandbox.leads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.EsopClient;
import esop.sandbox.kernel.Refusal;
import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Somebody at another system has heard of an opportunity. */
@RestController
class LeadController {

    private static final String SALES_LEADS = "/tmf-api/sales/v4/salesLead";
    private static final Set<String> SYSTEMS = Set.of("crm", "bi", "web", "agent");

    private final EsopClient esop;
    private final ObjectMapper json;

    LeadController(EsopClient esop, ObjectMapper json) {
        this.esop = esop;
        this.json = json;
    }

    /**
     * @param from {@code crm}, {@code bi}, {@code web} or {@code agent}
     * @param customer as ESOP knows it
     * @param revenue in yuan
     */
    record Wish(
            @Nullable String from,
            @Nullable String customer,
            @Nullable String name,
            @Nullable String description,
            @Nullable String product,
            @Nullable BigDecimal revenue) {}

    @PostMapping("/leads")
    JsonNode send(@RequestBody Wish wish) {
        if (wish.from() == null || !SYSTEMS.contains(wish.from())) {
            throw new Refusal(400, "invalidBody", "from is one of " + SYSTEMS);
        }
        if (wish.customer() == null || wish.name() == null) {
            throw new Refusal(400, "invalidBody", "customer and name are needed");
        }
        return esop.post(wish.from(), SALES_LEADS, lead(wish));
    }

    private ObjectNode lead(Wish wish) {
        var lead = json.createObjectNode()
                .put("externalId", wish.from() + "-" + UUID.randomUUID())
                .put("name", wish.name())
                .put("description", wish.description());
        lead.putArray("relatedParty")
                .addObject()
                .put("id", wish.customer())
                .put("role", "customer")
                .put("@referredType", "Customer");
        if (wish.product() != null) {
            lead.putObject("productOffering").put("id", wish.product());
        }
        if (wish.revenue() != null) {
            lead.putObject("estimatedRevenue").put("unit", "CNY").put("value", wish.revenue());
        }
        return lead;
    }
}
