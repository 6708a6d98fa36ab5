package esop.north;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.north.Slice.Part;
import esop.opportunity.Opportunities;
import esop.opportunity.OpportunityFilter;
import esop.opportunity.OpportunityState;
import esop.opportunity.SalesOpportunity;
import esop.web.BadRequestException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** TMF699 4.0.0 salesLead: where hotline, agents, website, CRM and BI bring opportunities (ESOP 6.3.1.1). */
@RestController
@RequestMapping(LeadWords.API + "/salesLead")
class SalesLeadController {

    private static final Set<String> KNOWN =
            Set.of("fields", "offset", "limit", "status", "externalId", "relatedParty.id");

    private final LeadDesk desk;
    private final Opportunities opportunities;
    private final ReceivedLeadRepository received;
    private final LeadWords words;

    SalesLeadController(LeadDesk desk, Opportunities opportunities, ReceivedLeadRepository received, LeadWords words) {
        this.desk = desk;
        this.opportunities = opportunities;
        this.received = received;
        this.words = words;
    }

    /** 201 for a new lead, 200 for one that had been sent before. */
    @PostMapping
    ResponseEntity<ObjectNode> create(@RequestBody IncomingLead lead) {
        var taken = desk.take(lead);
        var answer = taken.isNew()
                ? ResponseEntity.created(URI.create(LeadWords.address(taken.opportunity())))
                : ResponseEntity.ok();
        return answer.body(body(taken.opportunity(), null));
    }

    @GetMapping
    ResponseEntity<List<ObjectNode>> list(@RequestParam Map<String, String> query) {
        Attributes.check(query, KNOWN);
        var found = found(query, Slice.of(query));
        var known = received.of(found.items().stream().map(SalesOpportunity::id).toList());
        return found.answer(one -> Attributes.only(query.get("fields"), words.body(one, known.get(one.id()))));
    }

    @GetMapping("/{id}")
    ObjectNode one(@PathVariable String id, @RequestParam(required = false) @Nullable String fields) {
        return body(
                opportunities.find(id).orElseThrow(() -> new UnknownException(Texts.get("north.unknown-lead", id))),
                fields);
    }

    private Part<SalesOpportunity> found(Map<String, String> query, Slice slice) {
        var states = states(query.get("status"));
        var customer = query.get("relatedParty.id");
        if (query.containsKey("externalId")) {
            return slice.of(received.numbered(query.get("externalId")).stream()
                    .flatMap(one -> opportunities.find(one.opportunityId()).stream())
                    .filter(one -> states.isEmpty() || states.contains(one.state()))
                    .filter(one ->
                            customer == null || customer.equals(one.entry().customerId()))
                    .toList());
        }
        return slice.of(paging -> opportunities.list(
                new OpportunityFilter(
                        null, states, Set.of(), null, null, null, customer, null, null, null, null, Set.of()),
                paging));
    }

    private static Set<OpportunityState> states(@Nullable String word) {
        if (word == null) {
            return Set.of();
        }
        var state = LeadWords.STATES.get(word);
        if (state == null) {
            throw new BadRequestException(
                    "status",
                    Texts.get(
                            "north.unknown-state",
                            String.join(
                                    ", ",
                                    LeadWords.STATES.keySet().stream().sorted().toList())));
        }
        return Set.of(state);
    }

    private ObjectNode body(SalesOpportunity opportunity, @Nullable String fields) {
        return Attributes.only(
                fields,
                words.body(opportunity, received.of(List.of(opportunity.id())).get(opportunity.id())));
    }
}
