package esop.provisioning.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import esop.provisioning.FalloutAnswers;
import esop.provisioning.Rollbacks;
import esop.systems.CallView;
import esop.systems.Step;
import esop.systems.SystemCalls;
import esop.systems.SystemHealth;
import esop.systems.SystemHealth.Health;
import esop.web.CsvFile;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
    private final FalloutGroups groups;
    private final SolvedCases solved;
    private final SystemCalls calls;
    private final SystemHealth health;
    private final Rollbacks rollbacks;

    FalloutController(
            FalloutList fallouts,
            FalloutGroups groups,
            SolvedCases solved,
            SystemCalls calls,
            SystemHealth health,
            Rollbacks rollbacks) {
        this.fallouts = fallouts;
        this.groups = groups;
        this.solved = solved;
        this.calls = calls;
        this.health = health;
        this.rollbacks = rollbacks;
    }

    /**
     * @param call request and answer of the step, null where nothing was sent
     * @param health of the system that would be asked again
     * @param answers what may be decided about it now: {@code retry}, {@code correct}, {@code manual}, {@code skip}, {@code roll-back-item},
     *     {@code roll-back-to}, {@code renew}, {@code roll-back-order}, {@code abort}
     * @param similar how the same trouble was resolved before
     */
    record FalloutPage(
            @JsonUnwrapped FalloutRow fallout,
            @Nullable CallView call,
            Health health,
            List<String> answers,
            List<SolvedCase> similar) {}

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
        var filter = filter(q, state, system, errorClass, fingerprint, city, orderId, late);
        return fallouts.list(filter, paging);
    }

    /** The list as a file, all matching rows. */
    @GetMapping("/export")
    @Transactional(readOnly = true)
    void export(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String system,
            @RequestParam(required = false) @Nullable String errorClass,
            @RequestParam(required = false) @Nullable String fingerprint,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String orderId,
            @RequestParam(defaultValue = "false") boolean late,
            HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"fallouts.csv\"");
        response.setContentType("text/csv;charset=UTF-8");
        try (var file = new CsvFile(response.getOutputStream())) {
            file.row(FalloutColumns.headings());
            fallouts.each(
                    filter(q, state, system, errorClass, fingerprint, city, orderId, late),
                    row -> file.row(FalloutColumns.of(row)));
        }
    }

    /** Open ones by the kind of trouble. */
    @GetMapping("/groups")
    @Transactional(readOnly = true)
    Page<FalloutGroup> groups(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String system,
            @RequestParam(required = false) @Nullable String errorClass,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(defaultValue = "false") boolean late,
            Paging paging) {
        return groups.page(filter(q, null, system, errorClass, null, city, null, late), paging);
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
        return new FalloutPage(
                fallout,
                call,
                health.of(fallout.system()),
                FalloutAnswers.to(
                        fallout.state(),
                        fallout.step(),
                        fallout.generation(),
                        !rollbacks
                                .stepsBack(fallout.orderId(), fallout.serviceOrderId())
                                .isEmpty()),
                solved.like(fallout));
    }

    private static Filter filter(
            String q,
            @Nullable String state,
            @Nullable String system,
            @Nullable String errorClass,
            @Nullable String fingerprint,
            @Nullable String city,
            @Nullable String orderId,
            boolean late) {
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
            filter.and("state = 'open' AND due < now()");
        }
        return filter;
    }
}
