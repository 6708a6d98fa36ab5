package esop.intake.web;

import esop.intake.Channel;
import esop.intake.Intake;
import esop.intake.IntakeKind;
import esop.intake.Intakes;
import esop.intake.NewIntake;
import esop.ordering.NewOrder;
import esop.systems.CallView;
import esop.systems.SystemCalls;
import esop.web.BadRequestException;
import esop.web.InvalidException;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.TaskHistory.Entry;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where hotline, service hall and website bring what customers want, and every channel finds all of it (ESOP 6.1.3). */
@RestController
@RequestMapping("/api/intakes")
class IntakeController {

    private static final Set<String> ACTIONS = Set.of("handle", "return", "pass", "help", "answer", "match");
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NOTE = 2_000;

    private final Intakes intakes;
    private final IntakePages pages;
    private final Timeline timeline;
    private final SystemCalls calls;

    IntakeController(Intakes intakes, IntakePages pages, Timeline timeline, SystemCalls calls) {
        this.intakes = intakes;
        this.pages = pages;
        this.timeline = timeline;
        this.calls = calls;
    }

    /** 201 for a new intake, 200 for one that the same client had sent before. */
    @PostMapping
    ResponseEntity<IntakeDetail> enter(@RequestBody NewIntake wish) {
        var taken = intakes.enter(wish);
        var answer = taken.isNew()
                ? ResponseEntity.created(
                        URI.create("/api/intakes/" + taken.intake().id()))
                : ResponseEntity.ok();
        return answer.body(pages.detail(taken.intake()));
    }

    @GetMapping
    Page<IntakeRow> list(IntakeQuery query, Paging paging) {
        return pages.list(query, paging);
    }

    /**
     * What the rule says of a request that is only being entered: whether it can be done here, and if not, where.
     *
     * @param products separated by commas
     */
    @GetMapping("/route")
    Route route(
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable String products,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String customer) {
        var wanted = IntakeKind.named(kind)
                .orElseThrow(() -> new BadRequestException(
                        "kind",
                        Arrays.stream(IntakeKind.values()).map(IntakeKind::word).collect(Collectors.joining(", "))));
        var offerings = products == null || products.isBlank() ? List.<String>of() : List.of(products.split(","));
        var route = intakes.route(wanted, offerings, city, customer);
        var because = route.routing().because();
        return new Route(
                route.contact(),
                route.routing().here(),
                route.routing().channel(),
                route.routing().choosable(),
                route.channels(),
                new IntakeDetail.Because(because.text(), because.textEn(), because.rule(), because.version()));
    }

    /** @param channels that the customer may choose instead */
    record Route(
            Channel contact,
            boolean here,
            Channel channel,
            boolean choosable,
            List<Channel> channels,
            IntakeDetail.Because because) {}

    @GetMapping("/{id}")
    IntakeDetail one(@PathVariable String id) {
        return pages.detail(known(id));
    }

    /** What the next channel knows better: kind, products, need and whom to call; the customer stays who they are. */
    @PutMapping("/{id}")
    IntakeDetail amend(@PathVariable String id, @RequestBody NewIntake wish) {
        return pages.detail(intakes.amend(id, wish));
    }

    @PostMapping("/{id}/notes")
    IntakeDetail note(@PathVariable String id, @RequestBody Text text) {
        return pages.detail(intakes.note(id, given(id, "text", text.text(), LONGEST_NOTE)));
    }

    record Text(@Nullable String text) {}

    /** What one does with it: {@code handle}, {@code return}, {@code pass}, {@code help}, {@code answer}, {@code match}. */
    @PostMapping("/{id}/act")
    IntakeDetail act(@PathVariable String id, @RequestBody Act act) {
        if (act.action() == null || !ACTIONS.contains(act.action())) {
            known(id);
            throw new InvalidException("action", Texts.get("intake.invalid.action"));
        }
        var data = new HashMap<String, Object>();
        put(data, "outcome", act.outcome());
        put(data, "result", act.result());
        put(data, "orderId", act.orderId());
        put(data, "reason", act.reason());
        put(data, "channel", act.channel());
        put(data, "ask", act.ask());
        put(data, "answer", act.answer());
        if (act.action().equals("match")) {
            data.put("match", act.customerId() == null ? "prospect" : "known");
            put(data, "matchedCustomer", act.customerId());
        }
        return pages.detail(intakes.act(id, act.revision(), act.action(), data));
    }

    /**
     * @param customerId to match with; nothing where the customer is not known to us yet
     * @param orderId of an order that was placed for it
     */
    record Act(
            @Nullable String action,
            @Nullable String outcome,
            @Nullable String result,
            @Nullable String orderId,
            @Nullable String reason,
            @Nullable String channel,
            @Nullable String ask,
            @Nullable String answer,
            @Nullable String customerId,
            @Nullable Integer revision) {}

    /** Places this order, and the intake is handled: both or neither. */
    @PostMapping("/{id}/order")
    IntakeDetail order(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestBody NewOrder order) {
        return pages.detail(intakes.order(id, revision, order));
    }

    @PostMapping("/{id}/take-back")
    IntakeDetail takeBack(@PathVariable String id, @RequestBody Reason reason) {
        return pages.detail(intakes.takeBack(id, reason.revision()));
    }

    @PostMapping("/{id}/withdraw")
    IntakeDetail withdraw(@PathVariable String id, @RequestBody Reason reason) {
        return pages.detail(
                intakes.withdraw(id, reason.revision(), given(id, "reason", reason.reason(), LONGEST_REASON)));
    }

    record Reason(@Nullable String reason, @Nullable Integer revision) {}

    @GetMapping("/{id}/timeline")
    List<Entry> timeline(@PathVariable String id) {
        return timeline.of(known(id));
    }

    @GetMapping("/{id}/calls")
    @Transactional(readOnly = true)
    public List<CallView> calls(@PathVariable String id) {
        return calls.ofAggregates(List.of(known(id).id()));
    }

    private Intake known(String id) {
        return intakes.find(id).orElseThrow(() -> new UnknownException(Texts.get("intake.unknown", id)));
    }

    private String given(String id, String field, @Nullable String text, int longest) {
        var said = text == null ? "" : text.strip();
        if (said.isEmpty() || said.length() > longest || said.indexOf('\0') >= 0) {
            known(id);
            throw new InvalidException(field, Texts.get("intake.invalid.text", longest));
        }
        return said;
    }

    private static void put(Map<String, Object> data, String name, @Nullable String value) {
        if (value != null) {
            data.put(name, value);
        }
    }
}
