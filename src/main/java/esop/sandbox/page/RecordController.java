package esop.sandbox.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.sandbox.kernel.Catalogue;
import esop.sandbox.kernel.Merge;
import esop.sandbox.kernel.OpenWork;
import esop.sandbox.kernel.Outlooks;
import esop.sandbox.kernel.Records;
import esop.sandbox.kernel.Refusal;
import esop.sandbox.kernel.Stored;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the systems hold: seen, changed behind ESOP's back, or answered by a person. */
@RestController
class RecordController {

    private static final int LARGEST_PAGE = 200;

    private final Catalogue catalogue;
    private final Records records;
    private final OpenWork openWork;
    private final Outlooks outlooks;

    RecordController(Catalogue catalogue, Records records, OpenWork openWork, Outlooks outlooks) {
        this.catalogue = catalogue;
        this.records = records;
        this.openWork = openWork;
        this.outlooks = outlooks;
    }

    record Held(
            String id,
            @Nullable String externalId,
            String state,
            String manner,
            Instant created,
            Instant changed,
            boolean open,
            ObjectNode body) {}

    record Said(@Nullable String answer, @Nullable String reason) {}

    @GetMapping("/records/{system}/{resource}")
    Listing<Held> page(
            @PathVariable String system,
            @PathVariable String resource,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String externalId,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        catalogue.resource(system, resource);
        if (page < 0 || size < 1) {
            throw new Refusal(400, "invalidQuery", "page counts from 0, size from 1");
        }
        var wanted = Math.min(size, LARGEST_PAGE);
        var filters = new LinkedHashMap<String, String>();
        if (state != null && !state.isEmpty()) {
            filters.put("state", state);
        }
        if (externalId != null && !externalId.isEmpty()) {
            filters.put("externalId", externalId);
        }
        var found = records.newest(system, resource, filters, (long) page * wanted, wanted);
        return new Listing<>(found.items().stream().map(this::held).toList(), found.total(), page, wanted);
    }

    @GetMapping("/records/{system}/{resource}/{id}")
    Held one(@PathVariable String system, @PathVariable String resource, @PathVariable String id) {
        catalogue.resource(system, resource);
        return records.find(system, resource, id).map(this::held).orElseThrow(() -> Refusal.unknown(resource, id));
    }

    /** Neither the ledger nor ESOP hears of it: something for the audits to find. */
    @PostMapping("/records/{system}/{resource}/{id}")
    @Transactional
    Held change(
            @PathVariable String system,
            @PathVariable String resource,
            @PathVariable String id,
            @RequestBody ObjectNode change) {
        var field = catalogue.resource(system, resource).lifecycle().field();
        var record = records.lock(system, resource, id).orElseThrow(() -> Refusal.unknown(resource, id));
        var body = record.body();
        Merge.into(body, change);
        var changed = record.with(body.path(field).asText(record.state()), body);
        records.update(changed);
        return held(changed);
    }

    @PostMapping("/answers/{system}/{resource}/{id}")
    Held answer(
            @PathVariable String system,
            @PathVariable String resource,
            @PathVariable String id,
            @RequestBody Said said) {
        var word = said.answer() == null ? "" : said.answer().toLowerCase(Locale.ROOT);
        var answer = Arrays.stream(OpenWork.Said.values())
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        400,
                        "invalidBody",
                        "answer must be one of complete, fail, reject, and where they exist hold, resume, partial"));
        return held(openWork.answer(system, resource, id, answer, said.reason()));
    }

    /** What a system says of an order under way without moving it. */
    @PostMapping("/outlooks/{system}/{resource}/{id}")
    Held outlook(
            @PathVariable String system,
            @PathVariable String resource,
            @PathVariable String id,
            @RequestBody Outlooks.Said said) {
        return held(outlooks.say(system, resource, id, said));
    }

    private Held held(Stored record) {
        var lifecycle = catalogue.resource(record.system(), record.resource()).lifecycle();
        return new Held(
                record.id(),
                record.externalId(),
                record.state(),
                record.manner().name().toLowerCase(Locale.ROOT),
                record.created(),
                record.changed(),
                !lifecycle.isImmediate() && !lifecycle.hasEnded(record.state()),
                record.body());
    }
}
