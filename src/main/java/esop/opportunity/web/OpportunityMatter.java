package esop.opportunity.web;

import esop.opportunity.Agreement;
import esop.opportunity.Opportunities;
import esop.opportunity.SalesOpportunity;
import esop.web.Texts;
import esop.workflow.MatterPart;
import esop.workflow.TaskHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opportunities and their agreements in a customer's matter. */
@Component
class OpportunityMatter implements MatterPart {

    private final Opportunities opportunities;
    private final Timeline timeline;

    OpportunityMatter(Opportunities opportunities, Timeline timeline) {
        this.opportunities = opportunities;
        this.timeline = timeline;
    }

    @Override
    public String right() {
        return "opportunities:read";
    }

    @Override
    public List<Station> about(Set<String> numbers) {
        var stations = new ArrayList<Station>();
        for (var number : numbers) {
            found(number).ifPresent(opportunity -> {
                stations.add(station(opportunity));
                opportunities
                        .agreement(opportunity.id())
                        .ifPresent(agreement -> stations.add(station(opportunity, agreement)));
            });
        }
        return stations;
    }

    private Optional<SalesOpportunity> found(String number) {
        return number.startsWith("OP")
                ? opportunities.find(number)
                : number.startsWith("PO") ? opportunities.ofOrder(number) : Optional.empty();
    }

    private static Station station(SalesOpportunity opportunity) {
        var entry = opportunity.entry();
        var stage = opportunity.stage();
        return new Station(
                opportunity.id(),
                "opportunity",
                Texts.get("opportunity.matter.opportunity"),
                entry.name(),
                stage == null || opportunity.state().isFinal()
                        ? Words.in(Texts.current(), "state", opportunity.state().word())
                        : Words.in(Texts.current(), "stage", stage.word()),
                entry.customerId(),
                entry.customerName(),
                "/opportunities/" + opportunity.id(),
                null,
                entry.created(),
                null,
                opportunity.progress().ended(),
                null,
                opportunity.orderId() == null ? Set.of() : Set.of(opportunity.orderId()));
    }

    private static Station station(SalesOpportunity opportunity, Agreement agreement) {
        var state = agreement.inForce() ? "in-force" : agreement.state();
        return new Station(
                opportunity.id() + "/" + agreement.number(),
                "agreement",
                Texts.get("opportunity.matter.agreement"),
                agreement.number(),
                Texts.get("opportunity.matter.agreement." + state),
                null,
                null,
                "/opportunities/" + opportunity.id(),
                opportunity.id(),
                opportunity.entry().created(),
                null,
                agreement.inForce() ? opportunity.progress().ended() : null,
                null,
                Set.of());
    }

    @Override
    public List<TaskHistory.Entry> history(String number) {
        return opportunities.find(number).map(timeline::of).orElse(List.of());
    }
}
