package esop.north;

import esop.identity.CurrentPerson;
import esop.opportunity.Opportunities;
import esop.opportunity.OpportunityEdits;
import esop.opportunity.SalesOpportunity;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes leads of other channels in; a number a client has used before is the lead it stood for then. */
@Service
class LeadDesk {

    private final Opportunities opportunities;
    private final OpportunityEdits edits;
    private final ReceivedLeadRepository received;
    private final Fingerprint fingerprint;
    private final CurrentPerson currentPerson;

    LeadDesk(
            Opportunities opportunities,
            OpportunityEdits edits,
            ReceivedLeadRepository received,
            Fingerprint fingerprint,
            CurrentPerson currentPerson) {
        this.opportunities = opportunities;
        this.edits = edits;
        this.received = received;
        this.fingerprint = fingerprint;
        this.currentPerson = currentPerson;
    }

    /** @param isNew false where it had been sent before */
    record Taken(SalesOpportunity opportunity, boolean isNew) {}

    @Transactional
    Taken take(IncomingLead lead) {
        var client = currentPerson.get().id();
        var content = fingerprint.of(lead);
        var externalId = Optional.ofNullable(lead.externalId())
                .filter(id -> !id.isBlank())
                .orElse(null);
        if (externalId != null) {
            received.await(client, externalId);
            var before = received.find(client, externalId);
            if (before.isPresent()) {
                return new Taken(again(before.get(), content), false);
            }
        }
        var entered = enter(lead);
        received.insert(new ReceivedLead(entered.id(), entered.city(), client, externalId, content));
        return new Taken(entered, true);
    }

    private SalesOpportunity again(ReceivedLead before, String content) {
        if (!before.content().equals(content)) {
            throw new ConflictException(
                    Texts.get("north.lead-number-used", before.externalId(), before.opportunityId()));
        }
        return opportunities
                .find(before.opportunityId())
                .orElseThrow(() -> new UnknownException(Texts.get("north.unknown-lead", before.opportunityId())));
    }

    private SalesOpportunity enter(IncomingLead lead) {
        try {
            return edits.enter(new LeadReading(lead).read(opportunities::isCustomer));
        } catch (InvalidException refused) {
            throw LeadReading.theirs(refused);
        }
    }
}
