package esop.cancellation.web;

import esop.cancellation.Cancellations;
import esop.cancellation.Line;
import esop.cancellation.NewCancellation;
import esop.cancellation.ServiceCancellation;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cancellations")
class CancellationController {

    private static final int LONGEST_REASON = 500;

    private final Cancellations cancellations;
    private final CancellationPages pages;
    private final CancellationTimeline timeline;
    private final SystemCalls calls;

    CancellationController(
            Cancellations cancellations, CancellationPages pages, CancellationTimeline timeline, SystemCalls calls) {
        this.cancellations = cancellations;
        this.pages = pages;
        this.timeline = timeline;
        this.calls = calls;
    }

    @PostMapping
    ResponseEntity<CancellationDetail> enter(@RequestBody NewCancellation wish) {
        var entered = cancellations.enter(wish);
        return ResponseEntity.created(URI.create("/api/cancellations/" + entered.id()))
                .body(pages.detail(entered));
    }

    /** What ending these would cost, without doing anything. */
    @PostMapping("/assess")
    Assessment assess(@RequestBody NewCancellation wish) {
        var lines = cancellations.assess(wish);
        return new Assessment(
                lines,
                lines.stream().anyMatch(Line::isStillBound),
                lines.stream().map(Line::penalty).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** @param bound whether the customer is still bound to any of it: only then is there anything to settle */
    record Assessment(List<Line> lines, boolean bound, BigDecimal penalty) {}

    @GetMapping
    Page<CancellationRow> list(CancellationQuery query, Paging paging) {
        return pages.list(query, paging);
    }

    @GetMapping("/{id}")
    CancellationDetail one(@PathVariable String id) {
        return pages.detail(known(id));
    }

    /** The customer has changed its mind; possible until its order has been placed. */
    @PostMapping("/{id}/withdraw")
    CancellationDetail withdraw(@PathVariable String id, @RequestBody Withdraw withdraw) {
        var reason = withdraw.reason() == null ? "" : withdraw.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            known(id);
            throw new InvalidException("reason", Texts.get("cancellation.invalid.reason"));
        }
        return pages.detail(cancellations.withdraw(id, withdraw.revision(), reason));
    }

    record Withdraw(@Nullable String reason, @Nullable Integer revision) {}

    @GetMapping("/{id}/timeline")
    List<Entry> timeline(@PathVariable String id) {
        return timeline.of(known(id).id());
    }

    @GetMapping("/{id}/calls")
    @Transactional(readOnly = true)
    public List<CallView> calls(@PathVariable String id) {
        return calls.ofAggregates(List.of(known(id).id()));
    }

    private ServiceCancellation known(String id) {
        return cancellations.find(id).orElseThrow(() -> new UnknownException(Texts.get("cancellation.unknown", id)));
    }
}
