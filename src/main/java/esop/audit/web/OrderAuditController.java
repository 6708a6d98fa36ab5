package esop.audit.web;

import esop.audit.InterfaceTrend;
import esop.audit.OrderAudit;
import esop.audit.OrderAudits;
import esop.systems.CallView;
import esop.systems.SystemCalls;
import esop.web.InvalidException;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Compares ended orders with what other systems say of them, and repairs what differs. */
@RestController
@RequestMapping("/api/order-audits")
class OrderAuditController {

    private static final int LONGEST_REASON = 500;
    private static final int MOST_WEEKS = 52;
    private static final Set<String> REPAIRS = Set.of("send-again", "roll-back", "accept");

    private final OrderAudits audits;
    private final AuditPages pages;
    private final SystemCalls calls;

    OrderAuditController(OrderAudits audits, AuditPages pages, SystemCalls calls) {
        this.audits = audits;
        this.pages = pages;
        this.calls = calls;
    }

    record Asked(@Nullable String orderId) {}

    /** @param from first day of entry, {@code to} the last */
    record AskedAll(@Nullable LocalDate from, @Nullable LocalDate to) {}

    record Begun(int begun) {}

    record Wanted(@Nullable String repair, @Nullable String reason) {}

    @GetMapping
    Page<OrderAudit> list(AuditQuery query, Paging paging) {
        return audits.list(query.filter(), paging);
    }

    @GetMapping("/{id}")
    AuditPage one(@PathVariable String id) {
        return pages.of(known(id));
    }

    @GetMapping("/{id}/calls")
    @Transactional(readOnly = true)
    public List<CallView> calls(@PathVariable String id) {
        return calls.ofAggregates(audits.records(known(id).id()).stream()
                .map(record -> record.auditId() + "-" + record.position())
                .toList());
    }

    /** Per system and week: how much was compared, and how much of that differed. */
    @GetMapping("/trend")
    List<InterfaceTrend> trend(
            @RequestParam(defaultValue = "8") int weeks, @RequestParam(required = false) @Nullable String city) {
        return audits.trend(Math.max(1, Math.min(weeks, MOST_WEEKS)), city == null || city.isBlank() ? null : city);
    }

    /** Compares an ended order now. */
    @PostMapping
    ResponseEntity<OrderAudit> begin(@RequestBody Asked asked) {
        if (asked.orderId() == null || asked.orderId().isBlank()) {
            throw new InvalidException("orderId", Texts.get("audit.no-order"));
        }
        var begun = audits.begin(asked.orderId().strip());
        return ResponseEntity.created(URI.create("/api/order-audits/" + begun.id()))
                .body(begun);
    }

    /** Compares all ended orders that were entered on these days, one after the other. */
    @PostMapping("/batch")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun beginAll(@RequestBody AskedAll asked) {
        if (asked.from() == null || asked.to() == null || asked.to().isBefore(asked.from())) {
            throw new InvalidException("from", Texts.get("audit.days"));
        }
        return new Begun(audits.beginAll(asked.from(), asked.to()));
    }

    /** Repairs one difference; whether that has helped, a new comparison tells. */
    @PostMapping("/differences/{id}/repair")
    AuditPage repair(@PathVariable long id, @RequestBody Wanted wanted) {
        var reason = wanted.reason() == null ? "" : wanted.reason().strip();
        if (wanted.repair() == null || !REPAIRS.contains(wanted.repair())) {
            throw new InvalidException("repair", Texts.get("audit.unknown-repair"));
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new InvalidException("reason", Texts.get("audit.no-reason", LONGEST_REASON));
        }
        return pages.of(known(audits.repair(id, wanted.repair(), reason).auditId()));
    }

    private OrderAudit known(String id) {
        return audits.find(id).orElseThrow(() -> new UnknownException(Texts.get("audit.unknown", id)));
    }
}
