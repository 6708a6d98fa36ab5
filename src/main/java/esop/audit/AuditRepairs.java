package esop.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import esop.provisioning.ProposedRepairs;
import esop.provisioning.RollbackBatches;
import esop.provisioning.Rollbacks;
import esop.provisioning.StepRepairs;
import esop.systems.CallView;
import esop.systems.Step;
import esop.systems.SystemCalls;
import esop.systems.productordering.ProductOrderMirror;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 同步: repairs what differs by what the order's own steps can do; whether that has helped, only a new comparison says. */
@Service
class AuditRepairs implements ProposedRepairs {

    private static final String MIRROR = "mirror-";
    private static final Set<String> SENT_AGAIN = Set.of("activate", "subscribe");

    private final AuditRepository audits;
    private final RecordRepository records;
    private final DifferenceRepository differences;
    private final AuditTables tables;
    private final AuditWork work;
    private final AuditWords words;
    private final StepRepairs steps;
    private final Rollbacks rollbacks;
    private final RollbackBatches batches;
    private final ProductOrderMirror mirror;
    private final SystemCalls calls;
    private final OrderAuditProcess process;
    private final AuditTelling telling;

    AuditRepairs(
            AuditRepository audits,
            RecordRepository records,
            DifferenceRepository differences,
            AuditTables tables,
            AuditWork work,
            AuditWords words,
            StepRepairs steps,
            Rollbacks rollbacks,
            RollbackBatches batches,
            ProductOrderMirror mirror,
            SystemCalls calls,
            OrderAuditProcess process,
            AuditTelling telling) {
        this.audits = audits;
        this.records = records;
        this.differences = differences;
        this.tables = tables;
        this.work = work;
        this.words = words;
        this.steps = steps;
        this.rollbacks = rollbacks;
        this.batches = batches;
        this.mirror = mirror;
        this.calls = calls;
        this.process = process;
        this.telling = telling;
    }

    /** What may be done about each that is open, by their ids. */
    @Transactional(readOnly = true)
    Map<Long, List<String>> offers(OrderAudit audit, List<Difference> found) {
        var open = found.stream().filter(Difference::isOpen).toList();
        if (open.isEmpty()) {
            return Map.of();
        }
        var byPosition = records.of(audit.id()).stream()
                .collect(Collectors.toMap(AuditedRecord::position, Function.<AuditedRecord>identity()));
        var takenBack = takenBack(audit.orderId());
        return open.stream()
                .collect(Collectors.toMap(
                        Difference::id, difference -> offers(byPosition.get(difference.position()), takenBack)));
    }

    private static List<String> offers(AuditedRecord record, Set<String> takenBack) {
        var offers = new ArrayList<String>();
        if (isSentAgain(record)) {
            offers.add(Difference.SEND_AGAIN);
        }
        if (takenBack.contains(record.source())) {
            offers.add(Difference.ROLL_BACK);
        }
        offers.add(Difference.ACCEPT);
        return offers;
    }

    /** What a later order has written is that order's to repair, and what is to be ended need not be made first. */
    private static boolean isSentAgain(AuditedRecord record) {
        var source = record.sourceStep();
        var writer = Step.parse(record.writtenBy());
        return !(record.isMissing() && record.isToBeTerminated())
                && writer.aggregate().equals(source.aggregate())
                && (source.name().startsWith(MIRROR)
                        || SENT_AGAIN.contains(source.name()) && writer.name().equals(source.name()));
    }

    /** The steps that a rollback of the order would take back now. */
    private Set<String> takenBack(String orderId) {
        var preview = rollbacks.preview(orderId);
        return preview.obstacle() == null
                ? preview.steps().stream().map(Rollbacks.Step::key).collect(Collectors.toSet())
                : Set.of();
    }

    /** Its audit's row is held, so that of two who repair the same the second is told so. */
    @Transactional
    void repair(long id, String repair, String reason) {
        var audit = audits.lock(known(id).auditId()).orElseThrow();
        var difference = known(id).wanted(repair, reason, telling.actor());
        if (!offers(audit, List.of(difference)).getOrDefault(id, List.of()).contains(repair)) {
            throw new ConflictException(Texts.get("audit.not-offered." + difference.state()));
        }
        if (repair.equals(Difference.ROLL_BACK)) {
            rollBack(difference);
        } else if (tables.needsApproval(repair, audit)) {
            differences.save(difference.in("proposed"));
            process.propose(audit, difference, words.ofProposal(difference));
            telling.tell("order-audit.proposed", audit, Map.of("message", reason));
        } else {
            carryOut(audit, difference);
        }
    }

    /** Taking back has an approval of its own. */
    private void rollBack(Difference difference) {
        var record = records.get(difference.auditId(), difference.position());
        var batch = batches.propose(difference.orderId(), record.source(), Objects.requireNonNull(difference.reason()));
        differences.of(difference.auditId()).stream()
                .filter(other -> other.isOpen() && other.name().equals(difference.name()))
                .forEach(other -> differences.save(
                        other.wanted(Difference.ROLL_BACK, String.valueOf(difference.reason()), difference.person())
                                .in("rolling-back")
                                .by(batch.id())));
    }

    @Override
    @Transactional
    public void decide(String id, boolean approved, @Nullable String opinion) {
        var audit = audits.lock(known(Long.parseLong(id)).auditId()).orElseThrow();
        var difference = known(Long.parseLong(id));
        var approver = telling.actor();
        if (approver != null && approver.equals(difference.person())) {
            throw new InvalidException("approval", Texts.get("audit.approval-of-ones-own"));
        }
        if (!difference.state().equals("proposed")) {
            return;
        }
        telling.tell(
                approved ? "order-audit.approved" : "order-audit.not-approved",
                audit,
                opinion == null ? Map.of() : Map.of("message", opinion));
        if (approved) {
            carryOut(audit, difference.answered(approver, null, opinion));
        } else {
            differences.save(difference.in("open").answered(approver, "not-approved", opinion));
        }
    }

    private void carryOut(OrderAudit audit, Difference difference) {
        if (String.valueOf(difference.repair()).equals(Difference.ACCEPT)) {
            differences.save(difference.in("accepted"));
            telling.tell("order-audit.accepted", audit, Map.of("message", String.valueOf(difference.reason())));
            work.settle(audit);
            return;
        }
        var key = sendAgain(audit, records.get(difference.auditId(), difference.position()));
        differences.repairing(difference, key);
        telling.tell("order-audit.sent-again", audit, Map.of("system", difference.system(), "step", key));
    }

    /** What is still there is told once more what it is to be; what is gone, or at its end, is made anew. */
    private String sendAgain(OrderAudit audit, AuditedRecord record) {
        var source = record.sourceStep();
        if (source.name().startsWith(MIRROR)) {
            return mirrorAgain(audit, Step.parse(record.writtenBy()));
        }
        if (record.isMissing() || record.isTerminated()) {
            return steps.sendAgain(source).map(Step::key).orElseThrow(AuditRepairs::notPossible);
        }
        var step = calls.next(Step.of(RecordAsking.aggregate(audit.id(), record.position()), "restate"));
        if (!steps.restate(step, source, record.recordId(), record.subscription())) {
            throw notPossible();
        }
        return step.key();
    }

    private static ConflictException notPossible() {
        return new ConflictException(Texts.get("audit.cannot-send"));
    }

    private String mirrorAgain(OrderAudit audit, Step last) {
        ObjectNode body = calls.ofAggregates(List.of(audit.orderId())).stream()
                .filter(call -> call.key().equals(last.key()))
                .map(CallView::request)
                .findFirst()
                .orElseThrow()
                .deepCopy();
        body.remove("externalId");
        var step = calls.next(last);
        mirror.mirror(step, audit.city(), audit.orderId(), body);
        return step.key();
    }

    /** What a system answered to a repair is no proof: its record is looked at, wherever it may have arrived. */
    @Transactional(propagation = Propagation.MANDATORY)
    void heard(String key, boolean mayHaveArrived, @Nullable String message) {
        differences.repairedBy(key).stream().findFirst().ifPresent(difference -> {
            var audit = audits.lock(difference.auditId()).orElseThrow();
            if (mayHaveArrived) {
                work.askAgain(audit, difference.name());
            } else {
                differences.open(audit.id(), difference.name(), "failed", message);
            }
        });
    }

    /** @param batch null where the rollback has ended, else the one that was not approved */
    @Transactional(propagation = Propagation.MANDATORY)
    void rollbackOver(String orderId, @Nullable String batch, @Nullable String message) {
        differences.rollingBack(orderId).stream()
                .filter(difference -> batch == null || batch.equals(difference.batchId()))
                .collect(Collectors.toMap(Difference::name, Function.identity(), (one, other) -> one))
                .values()
                .forEach(difference -> {
                    var audit = audits.lock(difference.auditId()).orElseThrow();
                    if (batch == null) {
                        work.askAgain(audit, difference.name());
                    } else {
                        differences.open(audit.id(), difference.name(), "not-approved", message);
                    }
                });
    }

    private Difference known(long id) {
        return differences.find(id).orElseThrow(() -> new UnknownException(Texts.get("audit.unknown-difference", id)));
    }
}
