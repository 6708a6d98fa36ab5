package esop.opportunity;

import esop.customer.Customers;
import esop.web.FieldError;
import esop.web.Page;
import esop.web.Paging;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opportunities in our own tables. */
@Service
@Transactional(readOnly = true)
class StoredOpportunities implements Opportunities {

    private final OpportunityRepository opportunities;
    private final OpportunityEvents events;
    private final OpportunityRights rights;
    private final Collaborations collaborations;
    private final Approvals approvals;
    private final AgreementRepository agreements;
    private final DocumentRepository documents;
    private final Funnels funnels;
    private final Gate gate;
    private final Receivers receivers;
    private final Customers customers;
    private final Clock clock;

    StoredOpportunities(
            OpportunityRepository opportunities,
            OpportunityEvents events,
            OpportunityRights rights,
            Collaborations collaborations,
            Approvals approvals,
            AgreementRepository agreements,
            DocumentRepository documents,
            Funnels funnels,
            Gate gate,
            Receivers receivers,
            Customers customers,
            Clock clock) {
        this.opportunities = opportunities;
        this.events = events;
        this.rights = rights;
        this.collaborations = collaborations;
        this.approvals = approvals;
        this.agreements = agreements;
        this.documents = documents;
        this.funnels = funnels;
        this.gate = gate;
        this.receivers = receivers;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public Optional<SalesOpportunity> find(String id) {
        return opportunities.find(id);
    }

    @Override
    public Optional<SalesOpportunity> ofOrder(String orderId) {
        return opportunities.ofOrder(orderId);
    }

    @Override
    public Page<SalesOpportunity> list(OpportunityFilter filter, Paging paging) {
        return opportunities.list(filter, clock.instant(), paging);
    }

    @Override
    public void each(OpportunityFilter filter, Consumer<SalesOpportunity> reader) {
        opportunities.each(filter, clock.instant(), reader);
    }

    @Override
    public Funnel funnel(OpportunityFilter filter) {
        return funnels.of(filter);
    }

    @Override
    public List<OpportunityEvent> events(String id) {
        return events.of(id);
    }

    @Override
    public List<Collaboration> collaborations(String id) {
        return collaborations.of(id);
    }

    @Override
    public List<Approval> approvals(String id) {
        return approvals.of(id);
    }

    @Override
    public Optional<Agreement> agreement(String id) {
        return agreements.find(id);
    }

    @Override
    public List<Document> documents(String id) {
        return documents.of(id);
    }

    @Override
    public List<FieldError> missing(SalesOpportunity opportunity) {
        return opportunity.gate().map(word -> gate.missing(opportunity, word)).orElse(List.of());
    }

    @Override
    public boolean mine(SalesOpportunity opportunity) {
        return !opportunity.state().isFinal() && rights.mayAct(opportunity);
    }

    @Override
    public boolean mayEdit(SalesOpportunity opportunity) {
        return !opportunity.state().isFinal() && rights.mayWork(opportunity);
    }

    @Override
    public boolean isCustomer(String customerId) {
        return customers.find(customerId).isPresent();
    }

    @Override
    public boolean mayEnd(SalesOpportunity opportunity) {
        return !opportunity.state().isFinal() && rights.mayEnd(opportunity);
    }

    @Override
    public List<String> channels(SalesOpportunity opportunity) {
        return receivers.channels(opportunity.city()).stream()
                .map(channel -> channel.get("value"))
                .toList();
    }

    @Override
    public Optional<byte[]> content(String id, long documentId) {
        return documents.content(id, documentId);
    }
}
