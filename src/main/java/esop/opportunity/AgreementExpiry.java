package esop.opportunity;

import esop.identity.CurrentPerson;
import esop.identity.Person;
import esop.workflow.notice.Notices;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 合同到期: somebody is asked what is to become of an agreement that ends, and reminded; a renewal is an opportunity of its own. */
@Service
@Transactional
class AgreementExpiry {

    private static final int LONGEST_NAME = 120;

    private final OpportunityRepository opportunities;
    private final AgreementRepository agreements;
    private final OpportunityIntake intake;
    private final OpportunityEvents events;
    private final AgreementExpiryProcess process;
    private final Notices notices;
    private final CurrentPerson currentPerson;

    AgreementExpiry(
            OpportunityRepository opportunities,
            AgreementRepository agreements,
            OpportunityIntake intake,
            OpportunityEvents events,
            AgreementExpiryProcess process,
            Notices notices,
            CurrentPerson currentPerson) {
        this.opportunities = opportunities;
        this.agreements = agreements;
        this.intake = intake;
        this.events = events;
        this.process = process;
        this.notices = notices;
        this.currentPerson = currentPerson;
    }

    /** Whoever has looked after it, or their colleagues. */
    void ask(EndingAgreement agreement) {
        var opportunity = opportunities.find(agreement.opportunityId()).orElseThrow();
        var products = opportunity.solution().items().stream()
                .map(item -> item.name() + " ×" + item.quantity())
                .collect(Collectors.joining("、"));
        process.start(opportunity, agreement, products);
        events.add(
                opportunity,
                "opportunity.agreement-ending",
                null,
                Map.of("number", agreement.number(), "ends", agreement.ends().toString()));
    }

    /** What was decided already is not asked again. */
    void askAgain(EndingAgreement agreement) {
        process.openTasks(agreement)
                .forEach(task -> notices.tell(
                        task.getAssignee(),
                        "agreement-ending",
                        task.getId(),
                        agreement.city(),
                        agreement.ends().toString()));
    }

    void reviewed(String id, boolean renewed, @Nullable String note) {
        var opportunity = opportunities.find(id).orElseThrow();
        Map<String, String> params = new HashMap<>();
        if (note != null) {
            params.put("message", note);
        }
        events.add(
                opportunity,
                renewed ? "opportunity.agreement-renewing" : "opportunity.agreement-let-end",
                currentPerson.find().map(Person::id).orElse(null),
                params);
    }

    void lapsed(String id) {
        events.add(opportunities.find(id).orElseThrow(), "opportunity.agreement-lapsed", null, Map.of());
    }

    /** With customer, contact, products and prices of the last time: nothing is typed twice. */
    void renew(String id) {
        var last = opportunities.find(id).orElseThrow();
        var agreement = agreements.find(id).orElseThrow();
        var renewal = intake.renew(last, name(last), agreement.ends());
        events.add(last, "opportunity.renewed", null, Map.of("opportunity", renewal.id()));
        events.add(renewal, "opportunity.renews", null, Map.of("opportunity", last.id(), "number", agreement.number()));
    }

    private static String name(SalesOpportunity last) {
        var name = "续签：" + last.entry().name().replaceFirst("^续签：", "");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
