package esop.opportunity;

import esop.web.FieldError;
import esop.web.Texts;
import esop.workflow.Decisions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What keeps an opportunity at its stage: the table {@code opportunity-gate} says which facts must be known and which answers will do,
 * the template may want more; what is missing is named.
 */
@Component
class Gate {

    private final Decisions decisions;
    private final AgreementRepository agreements;
    private final DocumentRepository documents;
    private final OrderDraft orderDraft;

    Gate(Decisions decisions, AgreementRepository agreements, DocumentRepository documents, OrderDraft orderDraft) {
        this.decisions = decisions;
        this.agreements = agreements;
        this.documents = documents;
        this.orderDraft = orderDraft;
    }

    /** @param stage of {@link Stage}, or {@code quick} */
    List<FieldError> missing(SalesOpportunity opportunity, String stage) {
        var known = known(opportunity, stage);
        var missing = new ArrayList<FieldError>();
        for (var part : Fact.stages(stage)) {
            for (var demand : demands(opportunity, part)) {
                var fact = String.valueOf(demand.get("fact"));
                if (!fits(known.get(fact), String.valueOf(demand.get("accepts")))) {
                    add(missing, fact);
                }
            }
            opportunity.entry().requiredFacts().stream()
                    .flatMap(key -> Fact.named(key).stream())
                    .filter(fact -> fact.stage() == part && !fits(known.get(fact.key()), "*"))
                    .forEach(fact -> add(missing, fact.key()));
        }
        if (stage.equals("order")) {
            missing.addAll(orderDraft.obstacles(opportunity));
        }
        return missing;
    }

    private List<Map<String, Object>> demands(SalesOpportunity opportunity, Stage stage) {
        return decisions.evaluate(
                "opportunity-gate",
                Map.of(
                        "stage",
                        stage.word(),
                        "revenue",
                        opportunity.entry().expectedRevenue().doubleValue(),
                        "competitor",
                        "known".equals(opportunity.facts().get(Fact.COMPETITION.key()))));
    }

    /** The facts that were entered, and those that can be seen. */
    private Map<String, Object> known(SalesOpportunity opportunity, String stage) {
        var known = new HashMap<>(opportunity.facts());
        known.put("solutionItems", !opportunity.solution().items().isEmpty());
        known.put("solutionApproval", opportunity.solutionState());
        if (stage.equals("contract")) {
            var agreement = agreements.find(opportunity.id());
            known.put("agreementComplete", agreement.isPresent());
            known.put("agreementApproval", agreement.map(Agreement::state).orElse("none"));
            known.put("signedFile", documents.hasSigned(opportunity.id()));
        }
        known.putIfAbsent(Fact.TRIAL.key(), "none");
        known.put("orderPossible", true);
        return known;
    }

    private static boolean fits(@Nullable Object value, String accepts) {
        if (value == null || value.toString().isBlank()) {
            return false;
        }
        if (accepts.equals("*")) {
            return !Boolean.FALSE.equals(value);
        }
        return List.of(accepts.split("\\|")).contains(value.toString());
    }

    private static void add(List<FieldError> missing, String fact) {
        if (missing.stream().noneMatch(one -> one.field().equals(fact))) {
            missing.add(new FieldError(fact, Texts.get("opportunity.missing." + fact)));
        }
    }
}
