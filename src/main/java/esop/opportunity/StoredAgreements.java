package esop.opportunity;

import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.identity.Person;
import esop.web.ConflictException;
import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class StoredAgreements implements SignedAgreements {

    private final OpportunityRepository opportunities;
    private final AgreementRepository agreements;
    private final OpportunityRights rights;
    private final OpportunityEvents events;
    private final OpportunityNews news;
    private final AuditLog audit;
    private final CurrentPerson currentPerson;

    StoredAgreements(
            OpportunityRepository opportunities,
            AgreementRepository agreements,
            OpportunityRights rights,
            OpportunityEvents events,
            OpportunityNews news,
            AuditLog audit,
            CurrentPerson currentPerson) {
        this.opportunities = opportunities;
        this.agreements = agreements;
        this.rights = rights;
        this.events = events;
        this.news = news;
        this.audit = audit;
        this.currentPerson = currentPerson;
    }

    @Override
    public List<Signed> ofOrders(Collection<String> orderIds) {
        return orderIds.stream()
                .distinct()
                .flatMap(orderId -> opportunities.ofOrder(orderId).stream())
                .flatMap(opportunity -> signed(opportunity).stream())
                .toList();
    }

    @Override
    public Optional<Signed> find(String opportunityId) {
        return opportunities.find(opportunityId).flatMap(this::signed);
    }

    private Optional<Signed> signed(SalesOpportunity opportunity) {
        return agreements
                .find(opportunity.id())
                .filter(Agreement::inForce)
                .map(agreement -> new Signed(
                        opportunity.id(),
                        String.valueOf(opportunity.orderId()),
                        agreement,
                        opportunity.solution().items()));
    }

    @Override
    public boolean mayChange(Agreement agreement) {
        return isOpen(agreement) && rights.mayChangeTerms();
    }

    @Override
    @Transactional
    public Signed change(
            String opportunityId,
            @Nullable Integer revision,
            @Nullable String ends,
            @Nullable String boundUntil,
            @Nullable BigDecimal penaltyShare) {
        var opportunity = opportunities
                .lock(opportunityId)
                .orElseThrow(() -> new UnknownException(Texts.get("opportunity.unknown", opportunityId)));
        rights.requireTerms();
        var before = agreements
                .find(opportunityId)
                .filter(StoredAgreements::isOpen)
                .orElseThrow(() -> new ConflictException(Texts.get("opportunity.not-in-force")));
        if (revision != null && revision != before.revision()) {
            throw new ConflictException(Texts.get("opportunity.stale"), Map.of("revision", before.revision()));
        }
        agreements.save(opportunity, before.with(terms(before, ends, boundUntil, penaltyShare)));
        events.add(opportunity, "opportunity.terms", actor(), Map.of("number", before.number()));
        audit.record("agreement.change", "agreement/" + before.number(), opportunity.city(), Map.of());
        news.tellCrmOfAgreement(opportunityId);
        return find(opportunityId).orElseThrow();
    }

    private static boolean isOpen(Agreement agreement) {
        return agreement.inForce() && agreement.ended() == null;
    }

    private static Agreement.Terms terms(
            Agreement before, @Nullable String ends, @Nullable String boundUntil, @Nullable BigDecimal penaltyShare) {
        var errors = new ArrayList<FieldError>();
        var until = OpportunityCheck.day(ends, "ends", errors).orElse(before.ends());
        if (!until.isAfter(before.starts())) {
            errors.add(OpportunityCheck.error("ends", "ends-before"));
        }
        var bound = OpportunityCheck.day(boundUntil, "boundUntil", errors).orElse(null);
        Agreements.bounds(before.starts(), until, bound, penaltyShare, errors);
        if (!errors.isEmpty()) {
            throw new InvalidException(Texts.get("opportunity.invalid"), errors);
        }
        return new Agreement.Terms(until, bound, penaltyShare);
    }

    @Override
    @Transactional
    public void close(String opportunityId, LocalDate day) {
        var opportunity = opportunities.lock(opportunityId).orElseThrow();
        agreements.find(opportunityId).filter(StoredAgreements::isOpen).ifPresent(agreement -> {
            agreements.save(opportunity, agreement.closed(day));
            events.add(opportunity, "opportunity.agreement-ended", null, Map.of("number", agreement.number()));
            news.tellCrmOfAgreement(opportunityId);
        });
    }

    private @Nullable String actor() {
        return currentPerson.find().map(Person::id).orElse(null);
    }
}
