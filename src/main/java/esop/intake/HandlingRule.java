package esop.intake;

import esop.customer.Customers;
import esop.ordering.Ordering;
import esop.web.FieldError;
import esop.web.Texts;
import esop.workflow.FormRule;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whoever handles an intake says what came of it; whoever gives it away says to whom, or why, and only where the rule still lets them. */
@Component
class HandlingRule implements FormRule {

    private final IntakeRepository intakes;
    private final IntakeRights rights;
    private final ChannelRule rule;
    private final Customers customers;
    private final Ordering ordering;

    HandlingRule(
            IntakeRepository intakes, IntakeRights rights, ChannelRule rule, Customers customers, Ordering ordering) {
        this.intakes = intakes;
        this.rights = rights;
        this.rule = rule;
        this.customers = customers;
        this.ordering = ordering;
    }

    @Override
    public boolean concerns(String process, String task) {
        return process.equals(IntakeProcess.KEY);
    }

    @Override
    public List<FieldError> check(String task, Map<String, Object> variables) {
        var intake =
                intakes.find((String) variables.get(IntakeProcess.INTAKE_ID)).orElseThrow();
        return switch (task) {
            case IntakeProcess.HANDLE -> handling(intake, variables);
            case IntakeProcess.MATCH -> match(intake, variables);
            case IntakeProcess.HELP -> given(variables, IntakeProcess.ANSWER);
            default -> List.of();
        };
    }

    private List<FieldError> handling(Intake intake, Map<String, Object> variables) {
        var action = String.valueOf(variables.get(IntakeProcess.ACTION));
        if (action.equals("handle")) {
            return outcome(intake, variables);
        }
        if (!rights.moves(intake).contains(action)) {
            return List.of(missing(IntakeProcess.ACTION, action.equals("return") ? "return" : "action"));
        }
        return switch (action) {
            case "return" -> given(variables, IntakeProcess.REASON);
            case "pass" -> channel(intake, variables);
            default -> {
                var wrong = channel(intake, variables);
                yield wrong.isEmpty() ? given(variables, IntakeProcess.ASK) : wrong;
            }
        };
    }

    private List<FieldError> outcome(Intake intake, Map<String, Object> variables) {
        var outcome = variables.get(IntakeProcess.OUTCOME) instanceof String word
                ? Outcome.named(word).orElse(null)
                : null;
        if (outcome == null) {
            return List.of(missing(IntakeProcess.OUTCOME, IntakeProcess.OUTCOME));
        }
        return switch (outcome) {
            case ORDERED -> order(intake, variables);
            case OPPORTUNITY -> List.of();
            case ANSWERED, NOTED, IMPOSSIBLE -> given(variables, IntakeProcess.RESULT);
        };
    }

    /** Another customer's order is no more this one's than an order that does not exist. */
    private List<FieldError> order(Intake intake, Map<String, Object> variables) {
        var customer = intake.entry().customerId();
        return variables.get(IntakeProcess.ORDER_ID) instanceof String order
                        && ordering.find(order.strip())
                                .filter(found -> found.entry().customerId().equals(customer))
                                .isPresent()
                ? List.of()
                : List.of(missing(IntakeProcess.ORDER_ID, IntakeProcess.ORDER_ID));
    }

    private List<FieldError> channel(Intake intake, Map<String, Object> variables) {
        return variables.get(IntakeProcess.CHANNEL) instanceof String word
                        && rule.others(intake.channels().handling(), intake.city()).stream()
                                .anyMatch(channel -> channel.word().equals(word))
                ? List.of()
                : List.of(missing(IntakeProcess.CHANNEL, IntakeProcess.CHANNEL));
    }

    /** Another city's customer is not found, like one that does not exist. */
    private List<FieldError> match(Intake intake, Map<String, Object> variables) {
        if ("prospect".equals(variables.get(IntakeProcess.MATCHED))) {
            return List.of();
        }
        return variables.get(IntakeProcess.MATCHED_CUSTOMER) instanceof String id
                        && customers
                                .find(id.strip())
                                .filter(customer -> customer.city().equals(intake.city()))
                                .isPresent()
                ? List.of()
                : List.of(missing(IntakeProcess.MATCHED_CUSTOMER, IntakeProcess.MATCHED_CUSTOMER));
    }

    private static List<FieldError> given(Map<String, Object> variables, String field) {
        return variables.get(field) instanceof String text && !text.isBlank()
                ? List.of()
                : List.of(missing(field, field));
    }

    private static FieldError missing(String field, String word) {
        return new FieldError(field, Texts.get("intake.missing." + word));
    }
}
