package esop.provisioning.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import esop.systems.CallView;
import esop.systems.Step;
import esop.systems.SystemCalls;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The work list of what did not succeed; resolved through the task {@code resolveFallout}, whose business key is the fallout's id. */
@RestController
@RequestMapping("/api/fallouts")
class FalloutController {

    private final FalloutList fallouts;
    private final SystemCalls calls;

    FalloutController(FalloutList fallouts, SystemCalls calls) {
        this.fallouts = fallouts;
        this.calls = calls;
    }

    /**
     * @param call request and answer of the step, null where nothing was sent
     * @param similar what was decided about the same kind of trouble, newest first
     */
    record FalloutPage(
            @JsonUnwrapped FalloutRow fallout, @Nullable CallView call, List<FalloutRow> similar) {}

    /** @param q beginning of a fallout's, work order's, service order's or order's id */
    @GetMapping
    @Transactional(readOnly = true)
    Page<FalloutRow> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String system,
            @RequestParam(required = false) @Nullable String errorClass,
            @RequestParam(required = false) @Nullable String fingerprint,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String orderId,
            @RequestParam(defaultValue = "false") boolean late,
            Paging paging) {
        var filter = new Filter()
                .equal("state", "state", state)
                .equal("system", "system", system)
                .equal("error_class", "errorClass", errorClass)
                .equal("fingerprint", "fingerprint", fingerprint)
                .equal("city", "city", city)
                .equal("product_order_id", "orderId", orderId);
        if (!q.isBlank()) {
            filter.and("""
                    (starts_with(id, :q) OR starts_with(work_order_id, :q) OR starts_with(service_order_id, :q)
                        OR starts_with(product_order_id, :q))""", "q", q.strip());
        }
        if (late) {
            filter.and("late");
        }
        return fallouts.list(filter, paging);
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    FalloutPage one(@PathVariable String id) {
        var fallout = fallouts.find(id)
                .orElseThrow(() -> new UnknownException(Texts.get("provisioning.unknown-fallout", id)));
        var aggregate = fallout.workOrderId() == null ? fallout.serviceOrderId() : fallout.workOrderId();
        var key = new Step(aggregate, fallout.step(), fallout.generation()).key();
        var call = calls.ofAggregates(List.of(aggregate)).stream()
                .filter(candidate -> candidate.key().equals(key))
                .findFirst()
                .orElse(null);
        return new FalloutPage(fallout, call, fallouts.solvedLike(fallout));
    }
}
