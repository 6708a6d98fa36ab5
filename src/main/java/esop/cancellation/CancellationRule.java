package esop.cancellation;

import esop.identity.CurrentPerson;
import esop.identity.People;
import esop.web.FieldError;
import esop.web.Texts;
import esop.workflow.FormRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** At the forms of a cancellation: nobody waives more than is owed, nobody approves what is their own, and every no says why. */
@Component
class CancellationRule implements FormRule {

    private static final Set<String> PROCESSES =
            Set.of(CancellationProcess.SETTLEMENT_PROCESS, CancellationProcess.APPROVAL_PROCESS);

    private final CancellationRepository cancellations;
    private final CurrentPerson currentPerson;
    private final People people;

    CancellationRule(CancellationRepository cancellations, CurrentPerson currentPerson, People people) {
        this.cancellations = cancellations;
        this.currentPerson = currentPerson;
        this.people = people;
    }

    @Override
    public boolean concerns(String process, String task) {
        return PROCESSES.contains(process);
    }

    @Override
    public List<FieldError> check(String task, Map<String, Object> variables) {
        return switch (task) {
            case "settlePenalty" -> settlement(variables);
            case "approveWaiver" -> approval(variables);
            default -> List.of();
        };
    }

    private List<FieldError> settlement(Map<String, Object> variables) {
        var choice = String.valueOf(variables.get(CancellationProcess.CHOICE));
        if (choice.equals("pay")) {
            return List.of();
        }
        var errors = new ArrayList<>(given(variables, CancellationProcess.WAIVER_REASON, "no-reason." + choice));
        if (choice.equals("waive")) {
            var penalty = cancellations
                    .find(String.valueOf(variables.get(CancellationProcess.CANCELLATION_ID)))
                    .orElseThrow()
                    .penalty();
            var waived = amount(variables.get(CancellationProcess.WAIVED));
            if (waived.isEmpty()
                    || waived.get().signum() <= 0
                    || waived.get().stripTrailingZeros().scale() > 2) {
                errors.add(error(CancellationProcess.WAIVED, "waived"));
            } else if (waived.get().compareTo(penalty) > 0) {
                errors.add(error(CancellationProcess.WAIVED, "waived-too-much", penalty.toPlainString()));
            }
        }
        return errors;
    }

    private List<FieldError> approval(Map<String, Object> variables) {
        var person = currentPerson.find();
        if (person.isPresent()) {
            if (person.get().id().equals(variables.get(CancellationProcess.SUBMITTED_BY))) {
                return List.of(error(CancellationProcess.APPROVAL, "own-approval"));
            }
            if ("province".equals(variables.get(CancellationProcess.WAIVER_LEVEL))
                    && !people.isProvinceWide(person.get())) {
                return List.of(error(CancellationProcess.APPROVAL, "not-the-province"));
            }
        }
        return "refuse".equals(variables.get(CancellationProcess.APPROVAL))
                ? given(variables, CancellationProcess.OPINION, "no-opinion")
                : List.of();
    }

    /** A form may bring a number, or what somebody typed. */
    static Optional<BigDecimal> amount(@Nullable Object value) {
        try {
            return value == null || value.toString().isBlank()
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(value.toString().strip()));
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static List<FieldError> given(Map<String, Object> variables, String field, String word) {
        return variables.get(field) instanceof String text && !text.isBlank() ? List.of() : List.of(error(field, word));
    }

    private static FieldError error(String field, String word, Object... arguments) {
        return new FieldError(field, Texts.get("cancellation.invalid." + word, arguments));
    }
}
