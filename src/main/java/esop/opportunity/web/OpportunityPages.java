package esop.opportunity.web;

import esop.catalog.Catalog;
import esop.catalog.ProductOffering;
import esop.identity.CurrentPerson;
import esop.identity.People;
import esop.identity.Person;
import esop.opportunity.Agreement;
import esop.opportunity.ChannelWords;
import esop.opportunity.Collaboration;
import esop.opportunity.Facts;
import esop.opportunity.Opportunities;
import esop.opportunity.SalesOpportunity;
import esop.opportunity.SignedAgreements;
import esop.opportunity.Stage;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.workflow.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts lists and pages together from the modules that know their parts. */
@Component
@Transactional(readOnly = true)
class OpportunityPages {

    private final Opportunities opportunities;
    private final SignedAgreements agreements;
    private final Facts facts;
    private final ChannelWords channels;
    private final Catalog catalog;
    private final People people;
    private final CurrentPerson currentPerson;
    private final WorkingTime workingTime;
    private final Clock clock;

    OpportunityPages(
            Opportunities opportunities,
            SignedAgreements agreements,
            Facts facts,
            ChannelWords channels,
            Catalog catalog,
            People people,
            CurrentPerson currentPerson,
            WorkingTime workingTime,
            Clock clock) {
        this.opportunities = opportunities;
        this.agreements = agreements;
        this.facts = facts;
        this.channels = channels;
        this.catalog = catalog;
        this.people = people;
        this.currentPerson = currentPerson;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    Page<OpportunityRow> list(OpportunityQuery query, Paging paging) {
        var found = opportunities.list(query.filter(currentPerson.get()), paging);
        var offerings = offerings();
        return paging.of(found.items().stream().map(one -> row(one, offerings)).toList(), found.total());
    }

    OpportunityRow row(SalesOpportunity opportunity) {
        return row(opportunity, offerings());
    }

    private OpportunityRow row(SalesOpportunity opportunity, Map<String, ProductOffering> offerings) {
        var entry = opportunity.entry();
        var owner = opportunity.owner();
        var progress = opportunity.progress();
        var now = clock.instant();
        return new OpportunityRow(
                opportunity.id(),
                entry.name(),
                opportunity.state(),
                opportunity.stage(),
                progress.quick(),
                entry.customerId(),
                entry.customerName(),
                entry.customerLevel(),
                entry.city(),
                entry.industry(),
                entry.source(),
                owner.executing(),
                owner.collaborating(),
                owner.person(),
                owner.personName(),
                owner.group(),
                entry.expectedRevenue(),
                entry.deadline(),
                entry.offeringIds().stream().map(id -> product(id, offerings)).toList(),
                opportunity.age(now),
                ageDays(opportunity, now),
                progress.stageSince(),
                entry.created(),
                entry.creatorName(),
                progress.ended(),
                opportunity.orderId(),
                agreementEnds(opportunity),
                opportunity.waitsAt(),
                opportunities.mine(opportunity),
                opportunity.revision());
    }

    static @Nullable LocalDate agreementEnds(SalesOpportunity opportunity) {
        var agreed = opportunity.agreed();
        return agreed != null && agreed.inForce() ? agreed.ends() : null;
    }

    int ageDays(SalesOpportunity opportunity, Instant now) {
        var since = opportunity.progress().stageSince();
        return since == null || opportunity.state().isFinal() ? 0 : workingTime.daysBetween(since, now);
    }

    private Map<String, ProductOffering> offerings() {
        return catalog.withRetired().stream().collect(Collectors.toMap(ProductOffering::id, offering -> offering));
    }

    private static OpportunityRow.Product product(String id, Map<String, ProductOffering> offerings) {
        var known = offerings.get(id);
        return new OpportunityRow.Product(id, known == null ? id : known.name(), known == null ? id : known.nameEn());
    }

    OpportunityDetail detail(SalesOpportunity opportunity) {
        var entry = opportunity.entry();
        var row = row(opportunity);
        var agreement = opportunities.agreement(opportunity.id()).orElse(null);
        return new OpportunityDetail(
                row,
                entry.need(),
                entry.campaign(),
                entry.contactName(),
                entry.contact().phoneMasked(),
                entry.acquired(),
                entry.template(),
                entry.creator(),
                opportunity.owner().rule(),
                opportunity.owner().ruleEn(),
                opportunity.progress().reason(),
                opportunity.facts(),
                facts.all().stream()
                        .map(fact -> new OpportunityDetail.Asked(fact.key(), fact.stage(), fact.type(), fact.choices()))
                        .toList(),
                opportunities.missing(opportunity),
                actions(row, opportunity, agreement),
                solution(opportunity),
                agreement,
                opportunities.approvals(opportunity.id()),
                opportunities.collaborations(opportunity.id()).stream()
                        .map(this::help)
                        .toList(),
                opportunities.documents(opportunity.id()),
                opportunities.channels(opportunity).stream()
                        .map(id -> new OpportunityDetail.Channel(id, channels.in(Texts.current(), id)))
                        .toList(),
                new OpportunityDetail.Mirror(
                        opportunity.mirror().stage(), opportunity.mirror().at()),
                opportunity.instanceId());
    }

    private List<String> actions(OpportunityRow row, SalesOpportunity opportunity, @Nullable Agreement agreement) {
        var actions = new ArrayList<String>();
        if (opportunities.mayEdit(opportunity)) {
            actions.add("edit");
            if (opportunity.entry().contactPhone() != null) {
                actions.add("contact");
            }
        }
        if (row.mine() && row.waitsAt().equals("stage")) {
            actions.addAll(List.of("advance", "return", "collaborate"));
            if (opportunity.stage() == Stage.CONTRACT) {
                actions.add("unsigned");
            }
        }
        if (opportunities.mayEnd(opportunity)) {
            actions.add("terminate");
        }
        if (agreement != null && agreements.mayChange(agreement)) {
            actions.add("terms");
        }
        return actions;
    }

    private static OpportunityDetail.SolutionPart solution(SalesOpportunity opportunity) {
        var solution = opportunity.solution();
        return new OpportunityDetail.SolutionPart(
                solution.items().stream()
                        .map(item -> new OpportunityDetail.Line(item, item.value()))
                        .toList(),
                solution.note(),
                opportunity.solutionState(),
                solution.value());
    }

    private OpportunityDetail.Help help(Collaboration collaboration) {
        return new OpportunityDetail.Help(
                collaboration.stage(),
                collaboration.channel(),
                channels.in(Texts.current(), collaboration.channel()),
                collaboration.asked(),
                name(collaboration.askedBy()),
                collaboration.ask(),
                collaboration.ended(),
                name(collaboration.endedBy()),
                collaboration.done());
    }

    private @Nullable String name(@Nullable String person) {
        return person == null ? null : people.find(person).map(Person::name).orElse(person);
    }
}
