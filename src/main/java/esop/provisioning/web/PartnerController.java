package esop.provisioning.web;

import esop.catalog.Catalog;
import esop.catalog.ChosenCharacteristic;
import esop.customer.Customer;
import esop.customer.Customers;
import esop.identity.AuditLog;
import esop.identity.CurrentPerson;
import esop.provisioning.OrderContacts;
import esop.provisioning.OrderNotes;
import esop.provisioning.web.PartnerPages.Found;
import esop.provisioning.web.PartnerPages.FoundStop;
import esop.provisioning.web.PartnerWorkOrderDetail.Contact;
import esop.provisioning.web.PartnerWorkOrderDetail.Stop;
import esop.systems.Step;
import esop.web.ConflictException;
import esop.web.Page;
import esop.web.Paging;
import esop.web.Texts;
import esop.web.UnknownException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a partner's people see of ESOP: the work orders of their own partner. Another one's are unknown to them. */
@RestController
@RequestMapping("/api/partner/work-orders")
class PartnerController {

    private static final String STEP = "install";
    private static final String STOP = "withdraw";

    private final PartnerPages pages;
    private final CurrentPerson currentPerson;
    private final Customers customers;
    private final Catalog catalog;
    private final OrderNotes notes;
    private final OrderContacts contacts;
    private final TaskService tasks;
    private final AuditLog auditLog;

    PartnerController(
            PartnerPages pages,
            CurrentPerson currentPerson,
            Customers customers,
            Catalog catalog,
            OrderNotes notes,
            OrderContacts contacts,
            TaskService tasks,
            AuditLog auditLog) {
        this.pages = pages;
        this.currentPerson = currentPerson;
        this.customers = customers;
        this.catalog = catalog;
        this.notes = notes;
        this.contacts = contacts;
        this.tasks = tasks;
        this.auditLog = auditLog;
    }

    /**
     * @param q beginning of a work order's id, or part of a customer's name or of the place
     * @param open only what has not ended, or is asked to stop
     */
    record Query(
            @Nullable String q,
            @Nullable String stage,
            @Nullable Boolean open) {

        Filter filter(String organization) {
            var filter = PartnerPages.of(organization).equal("w.state", "stage", stage);
            if (q != null && !q.isBlank()) {
                filter.and(
                        "(starts_with(w.id, :q) OR strpos(w.customer_name, :q) > 0 OR strpos(coalesce(w.place, ''), :q) > 0)",
                        "q",
                        q.strip());
            }
            return Boolean.TRUE.equals(open) ? filter.and("(w.completed IS NULL OR stop.asked IS NOT NULL)") : filter;
        }
    }

    @GetMapping
    @Transactional(readOnly = true)
    Page<PartnerWorkOrder> list(Query query, Paging paging) {
        return pages.list(query.filter(partner()), paging);
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    PartnerWorkOrderDetail one(@PathVariable String id) {
        var found = own(id);
        return new PartnerWorkOrderDetail(
                found.order(),
                ChosenCharacteristic.of(
                        found.characteristics(), catalog.find(found.order().product())),
                found.requestedCompletion(),
                notes.of(found.productOrderId()).orElse(null),
                contact(found).map(PartnerController::hidden).orElse(null),
                found.feedback(),
                found.review(),
                found.signature(),
                task(new Step(id, STEP, found.generation())).orElse(null),
                Optional.ofNullable(found.stop())
                        .flatMap(stop -> stop(id, stop))
                        .orElse(null));
    }

    /** Name and number of whom to call, recorded with who wanted to know. */
    @PostMapping("/{id}/contact")
    @Transactional
    Contact reveal(@PathVariable String id) {
        var found = own(id);
        if (found.order().completed() != null) {
            throw new ConflictException(Texts.get("provisioning.partner.contact-over", id));
        }
        var contact = contact(found)
                .orElseThrow(() -> new UnknownException(Texts.get("provisioning.partner.no-contact", id)));
        auditLog.record(
                "partner.contact-revealed", "work-order/" + id, found.order().city(), Map.of());
        return new Contact(contact.name(), contact.title(), contact.phone());
    }

    private Found own(String id) {
        return pages.find(partner(), id)
                .orElseThrow(() -> new UnknownException(Texts.get("provisioning.unknown-work-order", id)));
    }

    /** Of our own people nobody is a partner's. */
    private String partner() {
        return Objects.requireNonNullElse(currentPerson.get().partner(), "");
    }

    /** What is just answered is asked no longer. */
    private Optional<Stop> stop(String id, FoundStop stop) {
        return task(new Step(id, STOP, stop.generation()))
                .map(task -> new Stop(stop.kind(), stop.reason(), stop.asked(), task));
    }

    private Optional<String> task(Step step) {
        return tasks.createTaskQuery().processInstanceBusinessKey(step.key()).list().stream()
                .map(Task::getId)
                .findFirst();
    }

    private Optional<Customer.Contact> contact(Found found) {
        return contacts.of(found.productOrderId())
                .or(() -> customers.find(found.customerId()).flatMap(Customer::contact));
    }

    private static Contact hidden(Customer.Contact contact) {
        return new Contact(contact.name().substring(0, 1) + "*", contact.title(), contact.phoneMasked());
    }
}
