package esop.opportunity;

import esop.customer.Customers;
import esop.web.FieldError;
import esop.web.Texts;
import esop.workflow.FormRule;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whoever gives an opportunity back says why; whoever dispatches it chooses somebody there is. */
@Component
class DispatchRule implements FormRule {

    private final Receivers receivers;
    private final Customers customers;

    DispatchRule(Receivers receivers, Customers customers) {
        this.receivers = receivers;
        this.customers = customers;
    }

    @Override
    public boolean concerns(String process, String task) {
        return process.equals(OpportunityProcess.DISPATCH_PROCESS);
    }

    @Override
    public List<FieldError> check(String task, Map<String, Object> variables) {
        var city = (String) variables.get("city");
        return switch (task) {
            case "takeOpportunity" ->
                "return".equals(variables.get("reply"))
                        ? StageRule.given(variables, OpportunityProcess.REASON, "reason")
                        : List.of();
            case "dispatchByHand" ->
                variables.get(OpportunityProcess.RECEIVER) instanceof String receiver
                                && receivers.find(receiver, city).isPresent()
                        ? List.of()
                        : List.of(StageRule.missing(OpportunityProcess.RECEIVER));
            case "matchCustomer" -> match(city, variables);
            default -> List.of();
        };
    }

    /** Another city's customer is not found, like one that does not exist. */
    private List<FieldError> match(String city, Map<String, Object> variables) {
        if ("prospect".equals(variables.get("match"))) {
            return List.of();
        }
        var id = variables.get("matchedCustomer");
        return id instanceof String text
                        && customers
                                .find(text.strip())
                                .filter(customer -> customer.city().equals(city))
                                .isPresent()
                ? List.of()
                : List.of(new FieldError("matchedCustomer", Texts.get("opportunity.missing.matchedCustomer")));
    }
}
