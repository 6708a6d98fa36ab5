package esop.opportunity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.systems.Mirror;
import esop.systems.Step;
import esop.systems.SystemCalls;
import esop.systems.sales.AgreementMirror;
import esop.systems.sales.OpportunityMirror;
import esop.systems.sales.QuoteMirror;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the CRM how an opportunity stands: recorded here, sent after the commit, in order, whenever the CRM can hear it. */
@Service
@Transactional
class OpportunityNews {

    static final String MIRROR = "mirror-";
    private static final String AGREEMENT = "agreement";
    private static final String QUOTE = "quote";

    private final OpportunityRepository opportunities;
    private final AgreementRepository agreements;
    private final OpportunityEvents events;
    private final OpportunityMirror mirror;
    private final AgreementMirror agreementMirror;
    private final QuoteMirror quoteMirror;
    private final SystemCalls calls;
    private final ObjectMapper json;

    OpportunityNews(
            OpportunityRepository opportunities,
            AgreementRepository agreements,
            OpportunityEvents events,
            OpportunityMirror mirror,
            AgreementMirror agreementMirror,
            QuoteMirror quoteMirror,
            SystemCalls calls,
            ObjectMapper json) {
        this.opportunities = opportunities;
        this.agreements = agreements;
        this.events = events;
        this.mirror = mirror;
        this.agreementMirror = agreementMirror;
        this.quoteMirror = quoteMirror;
        this.calls = calls;
        this.json = json;
    }

    /** A stage may be entered several times, and its opportunity changed: each is news of its own. */
    void tellCrm(String id) {
        var opportunity = opportunities.find(id).orElseThrow();
        tell(mirror, opportunity, MIRROR + word(opportunity), new Tmf699Opportunity(opportunity).body(json));
    }

    /** Each change of it is news of its own. */
    void tellCrmOfAgreement(String id) {
        var opportunity = opportunities.find(id).orElseThrow();
        var agreement = agreements.find(id).orElseThrow();
        tell(agreementMirror, opportunity, AGREEMENT, new Tmf651Agreement(opportunity, agreement).body(json));
    }

    /** Of a quote there is something to tell from its approval on. */
    void tellCrmOfQuote(String id) {
        var opportunity = opportunities.find(id).orElseThrow();
        var version = calls.next(Step.of(id, QUOTE)).generation();
        if (version > 1 || opportunity.solutionState().equals("approved")) {
            tell(quoteMirror, opportunity, QUOTE, new Tmf648Quote(opportunity, version).body(json));
        }
    }

    private void tell(Mirror crm, SalesOpportunity opportunity, String name, JsonNode body) {
        var step = calls.next(Step.of(opportunity.id(), name));
        crm.mirror(step, opportunity.city(), opportunity.id(), body);
        events.add(opportunity, "call.sent", null, Map.of("step", step.name()));
    }

    private static String word(SalesOpportunity opportunity) {
        var stage = opportunity.stage();
        return opportunity.state().isFinal() || stage == null
                ? opportunity.state().word()
                : stage.word();
    }
}
