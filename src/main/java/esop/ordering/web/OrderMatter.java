package esop.ordering.web;

import esop.catalog.Catalog;
import esop.catalog.ProductOffering;
import esop.ordering.Ordering;
import esop.ordering.ProductOrder;
import esop.ordering.ReturnCall;
import esop.provisioning.Provisioning;
import esop.provisioning.ServiceOrderView;
import esop.provisioning.ServiceOrderView.WorkOrderView;
import esop.web.Texts;
import esop.workflow.MatterPart;
import esop.workflow.TaskHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders in a customer's matter, down to their work orders and the call after completion. */
@Component
class OrderMatter implements MatterPart {

    /** While the unit has it and not yet whoever signs it off. */
    private static final Set<String> AT_UNIT = Set.of("generated", "dispatched", "executing", "withdrawing");

    private final Ordering ordering;
    private final Provisioning provisioning;
    private final Catalog catalog;
    private final Timeline timeline;

    OrderMatter(Ordering ordering, Provisioning provisioning, Catalog catalog, Timeline timeline) {
        this.ordering = ordering;
        this.provisioning = provisioning;
        this.catalog = catalog;
        this.timeline = timeline;
    }

    @Override
    public String right() {
        return "orders:read";
    }

    @Override
    public List<Station> about(Set<String> numbers) {
        var stations = new ArrayList<Station>();
        for (var number : numbers) {
            if (number.startsWith("PO")) {
                ordering.find(number).ifPresent(order -> add(order, stations));
            }
        }
        return stations;
    }

    private void add(ProductOrder order, List<Station> stations) {
        stations.add(station(order));
        for (var service : provisioning.ofProductOrders(List.of(order.id()))) {
            stations.add(station(service));
            service.workOrders().forEach(work -> stations.add(station(work, service.id())));
        }
        ordering.returnCall(order.id()).ifPresent(call -> stations.add(station(call, order)));
    }

    private static Station station(ProductOrder order) {
        var entry = order.entry();
        return new Station(
                order.id(),
                "order",
                Texts.get("ordering.matter.order"),
                order.items().stream()
                        .map(item -> Texts.isEnglish() ? item.offeringNameEn() : item.offeringName())
                        .distinct()
                        .collect(Collectors.joining(Texts.isEnglish() ? ", " : "、")),
                Words.in(Texts.current(), "state", order.state().word()),
                entry.customerId(),
                entry.customerName(),
                "/orders/" + order.id(),
                null,
                entry.created(),
                entry.due(),
                order.progress().completed(),
                null,
                Set.of());
    }

    private Station station(ServiceOrderView service) {
        return child(
                service.id(),
                "service-order",
                "/service-orders/" + service.id(),
                catalog.find(service.product()).map(offering -> name(offering)).orElse(service.product()),
                Words.in(Texts.current(), "state", service.state()),
                service.productOrderId(),
                service.created(),
                service.due(),
                service.completed(),
                null);
    }

    private static String name(ProductOffering offering) {
        return offering.nameIn(Texts.current());
    }

    private static Station station(WorkOrderView work, String serviceOrderId) {
        var unit = Words.in(Texts.current(), "unit", work.unit());
        var stage = Words.in(Texts.current(), "matter.stage", work.stage());
        return child(
                work.id(),
                "work-order",
                null,
                unit,
                stage,
                serviceOrderId,
                work.created(),
                work.due(),
                work.completed(),
                AT_UNIT.contains(work.stage()) ? new Holder(unit, stage, work.created(), work.due()) : null);
    }

    private static Station station(ReturnCall call, ProductOrder order) {
        return child(
                order.id() + "/return-call",
                "return-call",
                null,
                Texts.get("ordering.matter.return-call"),
                Words.in(Texts.current(), "satisfaction", call.satisfaction()),
                order.id(),
                call.at(),
                null,
                call.at(),
                null);
    }

    private static Station child(
            String number,
            String kind,
            @Nullable String page,
            String name,
            String state,
            String parent,
            Instant began,
            @Nullable Instant due,
            @Nullable Instant ended,
            @Nullable Holder holder) {
        return new Station(
                number,
                kind,
                Texts.get("ordering.matter." + kind),
                name,
                state,
                null,
                null,
                page,
                parent,
                began,
                due,
                ended,
                holder,
                Set.of());
    }

    /** An order's story tells of its service orders and work orders too. */
    @Override
    public List<TaskHistory.Entry> history(String number) {
        return number.contains("/") || !number.startsWith("PO")
                ? List.of()
                : ordering.find(number).map(timeline::of).orElse(List.of());
    }
}
