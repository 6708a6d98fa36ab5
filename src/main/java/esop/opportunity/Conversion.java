package esop.opportunity;

import esop.ordering.Ordering;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 商机转订单 (ESOP 6.1.1): the order is placed with everything the opportunity knows, and the agreement is in force. */
@Service
class Conversion {

    private final OpportunityRepository opportunities;
    private final AgreementRepository agreements;
    private final OpportunityEvents events;
    private final OpportunityNews news;
    private final OrderDraft draft;
    private final Ordering ordering;
    private final Clock clock;

    Conversion(
            OpportunityRepository opportunities,
            AgreementRepository agreements,
            OpportunityEvents events,
            OpportunityNews news,
            OrderDraft draft,
            Ordering ordering,
            Clock clock) {
        this.opportunities = opportunities;
        this.agreements = agreements;
        this.events = events;
        this.news = news;
        this.draft = draft;
        this.ordering = ordering;
        this.clock = clock;
    }

    @Transactional
    void convert(String id) {
        var opportunity = opportunities.lock(id).orElseThrow();
        var order = ordering.place(draft.of(opportunity));
        var converted = opportunity.convert(order.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        opportunities.update(converted);
        agreements.find(id).ifPresent(agreement -> {
            agreements.save(opportunity, agreement.inForceNow());
            news.tellCrmOfAgreement(id);
        });
        events.add(converted, "opportunity.converted", null, Map.of("order", order.id()));
        news.tellCrm(id);
    }
}
