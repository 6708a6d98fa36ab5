package esop.audit;

import com.fasterxml.jackson.databind.JsonNode;
import esop.audit.AuditedRecord.Element;
import esop.systems.StepAnswered;
import esop.systems.StepAnswered.State;
import esop.systems.records.RecordKind;
import esop.systems.records.SystemRecords;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 采集、比对: what the process {@code order-audit} asks for, and what becomes of the answers. */
@Service
class AuditWork {

    static final String AGAIN = "again";

    private final AuditRepository audits;
    private final RecordRepository records;
    private final DifferenceRepository differences;
    private final OrderRecords orderRecords;
    private final RecordAsking asking;
    private final SystemRecords systems;
    private final AuditTables tables;
    private final AuditTelling telling;
    private final OrderAuditProcess process;
    private final Clock clock;

    AuditWork(
            AuditRepository audits,
            RecordRepository records,
            DifferenceRepository differences,
            OrderRecords orderRecords,
            RecordAsking asking,
            SystemRecords systems,
            AuditTables tables,
            AuditTelling telling,
            OrderAuditProcess process,
            Clock clock) {
        this.audits = audits;
        this.records = records;
        this.differences = differences;
        this.orderRecords = orderRecords;
        this.asking = asking;
        this.systems = systems;
        this.tables = tables;
        this.telling = telling;
        this.process = process;
        this.clock = clock;
    }

    /**
     * One question for each record; after a silence only for those that were not answered.
     *
     * @return whether there is anything to ask
     */
    @Transactional
    boolean ask(String id) {
        var audit = lock(id);
        var known = records.of(id).stream().collect(Collectors.toMap(AuditedRecord::name, Function.identity()));
        // Whoever wants it compared again from the task means all of it.
        var onlySilent =
                audit.state() == AuditState.ASKING && known.values().stream().anyMatch(record -> !record.isAnswered());
        audits.asking(id);
        var asked = 0;
        var next =
                known.values().stream().mapToInt(AuditedRecord::position).max().orElse(0) + 1;
        for (var left : orderRecords.of(audit.orderId())) {
            var before = known.get(left.name());
            if (before != null && onlySilent && before.isAnswered()) {
                continue;
            }
            var position = before == null ? next : before.position();
            if (asking.ask(audit, position, left)) {
                asked++;
                next = Math.max(next, position + 1);
            }
        }
        if (asked == 0) {
            audits.compared(id, AuditState.SAME, clock.instant());
        }
        return asked > 0;
    }

    /** Whoever answers last wakes the process; the audit's row lets one of two that answer at once see the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    void hear(StepAnswered answer) {
        var audit = lock(RecordAsking.auditOf(answer.step().aggregate()));
        records.asked(answer.step().key()).ifPresent(record -> {
            keep(record, answer);
            var all = records.of(audit.id());
            if (audit.state() == AuditState.ASKING) {
                if (all.stream().noneMatch(one -> one.state().equals(AuditedRecord.ASKED))) {
                    process.answered(audit);
                }
            } else {
                judge(audit, records.get(audit.id(), record.position()), "still-different");
                settle(audit);
            }
        });
    }

    private void keep(AuditedRecord record, StepAnswered answer) {
        var found = answer.state() == State.COMPLETED ? systems.found(answer.body()) : null;
        if (found == null) {
            records.answered(record.question(), AuditedRecord.UNKNOWN, record.elements(), 0, 0);
            return;
        }
        var theirs = found.map(body -> elements(record, body)).orElse(Map.of());
        var compared = record.elements().stream()
                .map(element -> element.with(theirs.get(element.element())))
                .toList();
        var different =
                (int) compared.stream().filter(element -> !element.same()).count();
        records.answered(
                record.question(),
                found.isPresent() ? AuditedRecord.FOUND : AuditedRecord.MISSING,
                compared,
                compared.size(),
                different);
    }

    private static Map<String, String> elements(AuditedRecord record, JsonNode body) {
        return RecordKind.of(record.kind()).elements(body);
    }

    /** @return {@code same}, {@code different}, {@code again} where a silent system is asked once more, or {@code unknown} */
    @Transactional
    String compare(String id) {
        var audit = lock(id);
        records.giveUp(id);
        var all = records.of(id);
        all.forEach(record -> judge(audit, record, null));
        var outcome = outcome(audit, all);
        audits.compared(id, outcome.equals(AGAIN) ? AuditState.ASKING : AuditState.of(outcome), clock.instant());
        if (!outcome.equals(AGAIN)) {
            telling.tell("order-audit." + outcome, audit, Map.of("count", String.valueOf(openOf(id))));
        }
        return outcome;
    }

    private String outcome(OrderAudit audit, List<AuditedRecord> all) {
        if (openOf(audit.id()) > 0) {
            return AuditState.DIFFERENT.word();
        }
        if (all.stream().allMatch(AuditedRecord::isAnswered)) {
            return AuditState.SAME.word();
        }
        return audit.round()
                        < tables.asking(audit.products(), audit.customerLevel()).rounds()
                ? AGAIN
                : AuditState.UNKNOWN.word();
    }

    private long openOf(String id) {
        return audits.lock(id).orElseThrow().open();
    }

    /** @param result what is said of a difference that a repair has left */
    private void judge(OrderAudit audit, AuditedRecord record, @Nullable String result) {
        if (!record.isAnswered()) {
            differences.open(audit.id(), record.name(), "not-known", null);
            return;
        }
        var findings = record.findings();
        findings.forEach(element -> differences.found(audit, record, element, result));
        differences.fixed(
                audit.id(),
                record.name(),
                findings.stream().map(Element::element).toList(),
                "same");
    }

    /** Looks at one record anew, since something was done about it; what nobody keeps there any more was taken back. */
    @Transactional
    void askAgain(OrderAudit audit, String name) {
        var position = records.of(audit.id()).stream()
                .filter(record -> record.name().equals(name))
                .findFirst()
                .orElseThrow()
                .position();
        var asked = orderRecords.of(audit.orderId()).stream()
                .filter(left -> left.name().equals(name))
                .anyMatch(left -> asking.ask(audit, position, left));
        if (!asked) {
            differences.fixed(audit.id(), name, List.of(), "taken-back");
            settle(audit);
        }
    }

    /** Ends the audit when nothing is left open; nobody has to complete the task then. */
    @Transactional
    void settle(OrderAudit known) {
        var audit = lock(known.id());
        if (audit.state() == AuditState.DIFFERENT && audit.open() == 0) {
            audits.compared(audit.id(), AuditState.SETTLED, clock.instant());
            telling.tell("order-audit.settled", audit, Map.of());
            process.settled(audit);
        }
    }

    /**
     * What whoever has the task decided.
     *
     * @return whether the systems are asked again
     */
    @Transactional
    boolean recordSettlement(String id, String settlement, String reason) {
        var audit = lock(id);
        if (settlement.equals(AGAIN)) {
            return true;
        }
        differences.of(id).stream()
                .filter(Difference::isOpen)
                .forEach(difference -> differences.save(difference
                        .wanted(Difference.ACCEPT, reason, telling.actor())
                        .in("accepted")));
        audits.compared(id, AuditState.SETTLED, clock.instant());
        telling.tell("order-audit.accepted", audit, Map.of("message", reason));
        return false;
    }

    private OrderAudit lock(String id) {
        return audits.lock(id).orElseThrow();
    }
}
