package esop.provisioning.web;

import esop.provisioning.RollbackBatches;
import esop.provisioning.Rollbacks;
import esop.web.InvalidException;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes back what an order has done, and shows how far that is. */
@RestController
@RequestMapping("/api/rollbacks")
class RollbackController {

    private static final int LONGEST_REASON = 500;
    private static final int MOST_BATCHES = 20;

    private final Rollbacks rollbacks;
    private final RollbackBatches batches;
    private final RollbackPages pages;

    RollbackController(Rollbacks rollbacks, RollbackBatches batches, RollbackPages pages) {
        this.rollbacks = rollbacks;
        this.batches = batches;
        this.pages = pages;
    }

    record Asked(@Nullable String orderId) {}

    record AskedBatch(@Nullable List<String> orderIds, boolean withChain) {}

    record WantedBatch(
            @Nullable List<String> orderIds,
            boolean withChain,
            @Nullable String reason) {}

    /** @param backTo key of the step to go back to, as the preview names it; null to take back everything */
    record Wanted(
            @Nullable String orderId,
            @Nullable String backTo,
            @Nullable String reason) {}

    @GetMapping
    @Transactional(readOnly = true)
    Page<RollbackPage> list(
            @RequestParam(required = false) @Nullable String orderId,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String city,
            Paging paging) {
        var filter = new Filter()
                .equal("product_order_id", "orderId", orderId)
                .equal("state", "state", state)
                .equal("city", "city", city);
        return pages.list(filter, paging);
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    RollbackPage one(@PathVariable String id) {
        return find(id);
    }

    /** What would be taken back, and why perhaps not; changes nothing. */
    @PostMapping("/preview")
    @Transactional(readOnly = true)
    public Rollbacks.Preview preview(@RequestBody Asked asked) {
        return rollbacks.preview(order(asked.orderId()));
    }

    /** What would be taken back of several, newest order first; changes nothing. */
    @PostMapping("/batches/preview")
    List<Rollbacks.Preview> previewAll(@RequestBody AskedBatch asked) {
        return batches.preview(orders(asked.orderIds()), asked.withChain());
    }

    /** It begins when an approver agrees; until then it is a batch of one. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    public RollbackBatches.Batch propose(@RequestBody Wanted wanted) {
        return batches.propose(order(wanted.orderId()), wanted.backTo(), reason(wanted.reason()));
    }

    /** Several with one approval, each with a result of its own; 422 names the order that is unknown. */
    @PostMapping("/batches")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public RollbackBatches.Batch proposeAll(@RequestBody WantedBatch wanted) {
        return batches.propose(orders(wanted.orderIds()), wanted.withChain(), reason(wanted.reason()));
    }

    /** The latest, with what is left open of each. */
    @GetMapping("/batches")
    List<RollbackBatches.Summary> latest() {
        return batches.latest(MOST_BATCHES);
    }

    @GetMapping("/batches/{id}")
    RollbackBatches.Batch batch(@PathVariable String id) {
        return batches.find(id).orElseThrow(() -> new UnknownException(Texts.get("provisioning.rollback.unknown", id)));
    }

    private static String reason(@Nullable String said) {
        var reason = said == null ? "" : said.strip();
        if (reason.isEmpty()) {
            throw new InvalidException("reason", Texts.get("provisioning.rollback.no-reason"));
        }
        if (reason.length() > LONGEST_REASON) {
            throw new InvalidException("reason", Texts.get("provisioning.rollback.reason-long", LONGEST_REASON));
        }
        return reason;
    }

    private static List<String> orders(@Nullable List<String> orderIds) {
        return orderIds == null ? List.of() : orderIds;
    }

    private static String order(@Nullable String orderId) {
        if (orderId == null || orderId.isBlank()) {
            throw new InvalidException("orderId", Texts.get("provisioning.rollback.no-order"));
        }
        return orderId.strip();
    }

    private RollbackPage find(String id) {
        return pages.find(id).orElseThrow(() -> new UnknownException(Texts.get("provisioning.rollback.unknown", id)));
    }
}
