package esop.provisioning;

import esop.identity.AuditLog;
import esop.identity.DataScope;
import esop.identity.People;
import esop.identity.Person;
import esop.provisioning.WorkOrderRepository.DueSoon;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import esop.workflow.notice.Notices;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** 工单提醒: says once of a work order that little of its time is left, to whoever dispatched it; where that was the flow, to the operations of its city. */
@Component
public class WorkOrderReminders {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final WorkOrderRepository workOrders;
    private final People people;
    private final Notices notices;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    WorkOrderReminders(
            WorkOrderRepository workOrders,
            People people,
            Notices notices,
            AuditLog audit,
            TransactionOperations transaction,
            Clock clock) {
        this.workOrders = workOrders;
        this.people = people;
        this.notices = notices;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** At another time, then anew; refused with 409 once the work order has ended, with 422 outside of the time that is left. */
    @Transactional
    public void set(String workOrderId, @Nullable Instant at) {
        var work = workOrders
                .find(workOrderId)
                .orElseThrow(() -> new UnknownException(Texts.get("provisioning.unknown-work-order", workOrderId)));
        if (work.hasEnded()) {
            throw new ConflictException(Texts.get("provisioning.action.ended"));
        }
        if (at == null
                || !at.isAfter(clock.instant())
                || !at.isBefore(work.facts().due())) {
            throw new InvalidException("at", Texts.get("provisioning.reminder-outside"));
        }
        workOrders.remindAt(workOrderId, at);
        audit.record(
                "work-order.reminder", "work-order/" + workOrderId, work.facts().city(), Map.of("at", at.toString()));
    }

    @Scheduled(
            fixedDelayString = "${esop.provisioning.reminder-watch:1m}",
            initialDelayString = "${esop.provisioning.reminder-watch-after:50s}")
    void look() {
        DataScope.asSystem(() ->
                transaction.executeWithoutResult(status -> workOrders.dueSoon().forEach(this::remind)));
    }

    private void remind(DueSoon work) {
        var about = work.id() + " " + work.description() + " " + MINUTE.format(work.due());
        receivers(work).forEach(person -> notices.tell(person.id(), "work-order-due", null, work.city(), about));
    }

    private List<Person> receivers(DueSoon work) {
        return people.find(work.dispatcher())
                .filter(dispatcher -> dispatcher.partner() == null)
                .map(List::of)
                .orElseGet(() -> people.inGroup("operations@" + work.city()));
    }
}
