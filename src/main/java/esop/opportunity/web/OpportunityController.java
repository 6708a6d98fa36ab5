package esop.opportunity.web;

import esop.identity.CurrentPerson;
import esop.opportunity.Agreement;
import esop.opportunity.Funnel;
import esop.opportunity.NewOpportunity;
import esop.opportunity.Opportunities;
import esop.opportunity.OpportunityEdits;
import esop.opportunity.OpportunityMoves;
import esop.opportunity.ProposedSolution;
import esop.opportunity.SalesOpportunity;
import esop.opportunity.SignedAgreements;
import esop.systems.CallView;
import esop.systems.SystemCalls;
import esop.web.InvalidException;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.TaskHistory.Entry;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/opportunities")
class OpportunityController {

    private static final Set<String> ACTIONS = Set.of("advance", "return", "collaborate", "submit", "unsigned");
    private static final int LONGEST_REASON = 500;

    private final Opportunities opportunities;
    private final OpportunityEdits edits;
    private final OpportunityMoves moves;
    private final OpportunityPages pages;
    private final Timeline timeline;
    private final SignedAgreements agreements;
    private final SystemCalls calls;
    private final CurrentPerson currentPerson;

    OpportunityController(
            Opportunities opportunities,
            OpportunityEdits edits,
            OpportunityMoves moves,
            OpportunityPages pages,
            Timeline timeline,
            SignedAgreements agreements,
            SystemCalls calls,
            CurrentPerson currentPerson) {
        this.opportunities = opportunities;
        this.edits = edits;
        this.moves = moves;
        this.pages = pages;
        this.timeline = timeline;
        this.agreements = agreements;
        this.calls = calls;
        this.currentPerson = currentPerson;
    }

    @PostMapping
    ResponseEntity<OpportunityDetail> enter(@RequestBody NewOpportunity wish) {
        var entered = edits.enter(wish);
        return ResponseEntity.created(URI.create("/api/opportunities/" + entered.id()))
                .body(pages.detail(entered));
    }

    @GetMapping
    Page<OpportunityRow> list(OpportunityQuery query, Paging paging) {
        return pages.list(query, paging);
    }

    /** How many there are at each stage, what they are worth, and what may be expected. */
    @GetMapping("/funnel")
    Funnel funnel(OpportunityQuery query) {
        return opportunities.funnel(query.filter(currentPerson.get()));
    }

    @GetMapping("/{id}")
    OpportunityDetail one(@PathVariable String id) {
        return pages.detail(known(id));
    }

    @PutMapping("/{id}")
    OpportunityDetail amend(@PathVariable String id, @RequestBody NewOpportunity wish) {
        return pages.detail(edits.amend(id, wish));
    }

    /** Whom to call; who asks for it is recorded. */
    @PostMapping("/{id}/contact")
    SalesOpportunity.Contact reveal(@PathVariable String id) {
        return edits.contact(id);
    }

    @PutMapping("/{id}/facts")
    OpportunityDetail know(@PathVariable String id, @RequestBody Known known) {
        return pages.detail(edits.know(id, known.revision(), Objects.requireNonNullElse(known.facts(), Map.of())));
    }

    record Known(
            @Nullable Map<String, Object> facts, @Nullable Integer revision) {}

    /** What one does at a stage: {@code advance}, {@code return}, {@code collaborate}, {@code submit}, {@code unsigned}. */
    @PostMapping("/{id}/act")
    OpportunityDetail act(@PathVariable String id, @RequestBody Act act) {
        if (act.action() == null || !ACTIONS.contains(act.action())) {
            throw new InvalidException("action", Texts.get("opportunity.invalid.action"));
        }
        var data = new HashMap<String, Object>();
        put(data, "reason", act.reason());
        put(data, "assistGroup", act.channel());
        put(data, "assistAsk", act.ask());
        return pages.detail(moves.act(id, act.revision(), act.action(), data));
    }

    record Act(
            @Nullable String action,
            @Nullable String reason,
            @Nullable String channel,
            @Nullable String ask,
            @Nullable Integer revision) {}

    @PostMapping("/{id}/terminate")
    OpportunityDetail terminate(@PathVariable String id, @RequestBody Act act) {
        var reason = act.reason() == null ? "" : act.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            known(id);
            throw new InvalidException("reason", Texts.get("opportunity.invalid.reason"));
        }
        return pages.detail(moves.terminate(id, act.revision(), reason));
    }

    @PutMapping("/{id}/solution")
    OpportunityDetail propose(@PathVariable String id, @RequestBody ProposedSolution solution) {
        return pages.detail(edits.propose(id, solution));
    }

    @PutMapping("/{id}/agreement")
    OpportunityDetail agree(@PathVariable String id, @RequestBody Agreement.Wish wish) {
        return pages.detail(edits.agree(id, wish));
    }

    /** What may still change of an agreement in force: its end, how long the customer is bound, the agreed share of a penalty. */
    @PutMapping("/{id}/agreement/terms")
    OpportunityDetail changeTerms(@PathVariable String id, @RequestBody Terms terms) {
        agreements.change(id, terms.revision(), terms.ends(), terms.boundUntil(), terms.penaltyShare());
        return pages.detail(known(id));
    }

    /** @param revision of the agreement, as seen */
    record Terms(
            @Nullable String ends,
            @Nullable String boundUntil,
            @Nullable BigDecimal penaltyShare,
            @Nullable Integer revision) {}

    @GetMapping("/{id}/timeline")
    List<Entry> timeline(@PathVariable String id) {
        return timeline.of(known(id));
    }

    @GetMapping("/{id}/calls")
    @Transactional(readOnly = true)
    public List<CallView> calls(@PathVariable String id) {
        return calls.ofAggregates(List.of(known(id).id()));
    }

    private SalesOpportunity known(String id) {
        return opportunities.find(id).orElseThrow(() -> new UnknownException(Texts.get("opportunity.unknown", id)));
    }

    private static void put(Map<String, Object> data, String name, @Nullable String value) {
        if (value != null) {
            data.put(name, value);
        }
    }
}
