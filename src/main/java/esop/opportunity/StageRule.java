package esop.opportunity;

import esop.web.FieldError;
import esop.web.Texts;
import esop.workflow.FormRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** At a stage's form: to go on, the gate must have nothing to say; anything else needs its reason. */
@Component
class StageRule implements FormRule {

    private final OpportunityRepository opportunities;
    private final AgreementRepository agreements;
    private final Receivers receivers;
    private final Gate gate;

    StageRule(OpportunityRepository opportunities, AgreementRepository agreements, Receivers receivers, Gate gate) {
        this.opportunities = opportunities;
        this.agreements = agreements;
        this.receivers = receivers;
        this.gate = gate;
    }

    @Override
    public boolean concerns(String process, String task) {
        return process.equals(OpportunityProcess.STAGE_PROCESS);
    }

    @Override
    public List<FieldError> check(String task, Map<String, Object> variables) {
        var opportunity = opportunities
                .find((String) variables.get(OpportunityProcess.OPPORTUNITY_ID))
                .orElseThrow();
        var stage = (String) variables.get(OpportunityProcess.STAGE);
        return switch (String.valueOf(variables.get(OpportunityProcess.ACTION))) {
            case "advance" -> gate.missing(opportunity.know(facts(stage, variables)), stage);
            case "return", "unsigned" -> given(variables, OpportunityProcess.REASON, "reason");
            case "collaborate" -> handOver(opportunity, variables);
            case "submit" -> submittable(opportunity, stage);
            default -> List.of();
        };
    }

    /** What of the variables are facts this stage asks for; a field left empty is not known. */
    static Map<String, @Nullable Object> facts(String stage, Map<String, ?> variables) {
        return Fact.of(stage)
                .filter(fact -> variables.containsKey(fact.key()))
                .collect(
                        HashMap::new,
                        (facts, fact) -> facts.put(fact.key(), known(variables.get(fact.key()))),
                        HashMap::putAll);
    }

    private static @Nullable Object known(@Nullable Object value) {
        return value instanceof String text && text.isBlank() ? null : value;
    }

    private List<FieldError> handOver(SalesOpportunity opportunity, Map<String, Object> variables) {
        var channel = variables.get(OpportunityProcess.ASSIST_GROUP);
        if (!(channel instanceof String name) || !receivers.isChannel(name, opportunity.city())) {
            return List.of(
                    new FieldError(OpportunityProcess.ASSIST_GROUP, Texts.get("opportunity.missing.assistGroup")));
        }
        return given(variables, OpportunityProcess.ASSIST_ASK, "assistAsk");
    }

    private List<FieldError> submittable(SalesOpportunity opportunity, String stage) {
        var nothing = stage.equals(Stage.CONTRACT.word())
                ? agreements.find(opportunity.id()).isEmpty() ? "agreementComplete" : null
                : opportunity.solution().items().isEmpty() ? "solutionItems" : null;
        return nothing == null ? List.of() : List.of(missing(nothing));
    }

    static List<FieldError> given(Map<String, Object> variables, String field, String word) {
        return variables.get(field) instanceof String text && !text.isBlank()
                ? List.of()
                : List.of(new FieldError(field, Texts.get("opportunity.missing." + word)));
    }

    static FieldError missing(String word) {
        return new FieldError(word, Texts.get("opportunity.missing." + word));
    }

    static String sentence(List<FieldError> missing) {
        return missing.stream().map(FieldError::message).collect(Collectors.joining(Texts.isEnglish() ? "; " : "；"));
    }
}
