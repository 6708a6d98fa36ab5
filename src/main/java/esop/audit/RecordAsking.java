package esop.audit;

import esop.audit.AuditedRecord.Element;
import esop.systems.Step;
import esop.systems.SystemCalls;
import esop.systems.records.LeftRecord;
import esop.systems.records.SystemRecords;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks another system for one record, and keeps what it is compared by. */
@Component
class RecordAsking {

    static final String ASK = "ask-record";

    private final AuditTables tables;
    private final RecordRepository records;
    private final SystemRecords systems;
    private final SystemCalls calls;

    RecordAsking(AuditTables tables, RecordRepository records, SystemRecords systems, SystemCalls calls) {
        this.tables = tables;
        this.records = records;
        this.systems = systems;
        this.calls = calls;
    }

    /** Nothing where no element of it is to be compared. */
    boolean ask(OrderAudit audit, int position, LeftRecord left) {
        var elements = left.ours().entrySet().stream()
                .map(element -> element(left, element))
                .filter(element -> !element.basis().equals(AuditTables.NOT_COMPARED))
                .toList();
        if (elements.isEmpty()) {
            return false;
        }
        var question = calls.next(Step.of(aggregate(audit.id(), position), ASK));
        records.ask(record(audit, position, left, question, elements));
        systems.ask(question, audit.city(), left);
        return true;
    }

    private Element element(LeftRecord left, Map.Entry<String, String> element) {
        return new Element(element.getKey(), element.getValue(), null, tables.basis(left, element.getKey()));
    }

    private static AuditedRecord record(
            OrderAudit audit, int position, LeftRecord left, Step question, List<Element> elements) {
        return new AuditedRecord(
                audit.id(),
                position,
                audit.city(),
                left.system(),
                left.kind().word(),
                left.id(),
                left.name(),
                left.source().key(),
                left.writtenBy().key(),
                left.written(),
                question.key(),
                AuditedRecord.ASKED,
                null,
                elements);
    }

    /** What is asked and said about one record of an audit goes out under a name of its own. */
    static String aggregate(String auditId, int position) {
        return auditId + "-" + position;
    }

    static String auditOf(String aggregate) {
        return aggregate.substring(0, aggregate.indexOf('-'));
    }
}
