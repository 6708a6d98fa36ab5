package esop.audit.web;

import esop.audit.AuditedRecord;
import esop.audit.Difference;
import esop.audit.OrderAudit;
import esop.audit.OrderAudits;
import esop.audit.web.AuditPage.Audited;
import esop.audit.web.AuditPage.Found;
import esop.identity.People;
import esop.identity.Person;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts an audit's page together. */
@Component
@Transactional(readOnly = true)
class AuditPages {

    private final OrderAudits audits;
    private final People people;

    AuditPages(OrderAudits audits, People people) {
        this.audits = audits;
        this.people = people;
    }

    AuditPage of(OrderAudit audit) {
        var records = audits.records(audit.id());
        var differences = audits.differences(audit.id());
        var offers = audits.offers(audit, differences);
        var byPosition =
                records.stream().collect(Collectors.toMap(AuditedRecord::position, Function.<AuditedRecord>identity()));
        return new AuditPage(
                audit.id(),
                audit.orderId(),
                audit.state(),
                audit.customerId(),
                audit.customerName(),
                audit.customerLevel(),
                audit.city(),
                audit.products(),
                name(audit.askedBy()),
                audit.created(),
                audit.round(),
                audit.compared(),
                audit.ended(),
                audit.instanceId(),
                records.stream().map(AuditPages::audited).toList(),
                differences.stream()
                        .map(difference ->
                                found(difference, byPosition, offers.getOrDefault(difference.id(), List.of())))
                        .toList());
    }

    private static Audited audited(AuditedRecord record) {
        return new Audited(
                record.position(),
                record.system(),
                record.kind(),
                record.recordId(),
                record.source(),
                record.writtenBy(),
                record.written(),
                record.state(),
                record.elements());
    }

    private Found found(Difference difference, Map<Integer, AuditedRecord> records, List<String> offers) {
        return new Found(
                difference.id(),
                difference.position(),
                difference.system(),
                records.get(difference.position()).source(),
                difference.element(),
                difference.ours(),
                difference.theirs(),
                difference.basis(),
                difference.state(),
                difference.repair(),
                difference.reason(),
                name(difference.person()),
                name(difference.approver()),
                difference.batchId(),
                difference.result(),
                difference.message(),
                difference.found(),
                difference.changed(),
                offers,
                recommended(difference, offers));
    }

    private static @Nullable String recommended(Difference difference, List<String> offers) {
        var first = difference.basis().equals("esop") ? "send-again" : "accept";
        return offers.contains(first) ? first : null;
    }

    private @Nullable String name(@Nullable String person) {
        return person == null ? null : people.find(person).map(Person::name).orElse(person);
    }
}
