package esop.provisioning;

import esop.catalog.Catalog;
import esop.catalog.ChosenCharacteristic;
import esop.web.Texts;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a partner's people are told in their forms: where, what and until when, with the note of the order. */
@Component
class Instructions {

    private static final String NOTHING = "—";
    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");

    private final WorkOrderRepository workOrders;
    private final ServiceOrders serviceOrders;
    private final Catalog catalog;
    private final OrderNotes notes;

    Instructions(WorkOrderRepository workOrders, ServiceOrders serviceOrders, Catalog catalog, OrderNotes notes) {
        this.workOrders = workOrders;
        this.serviceOrders = serviceOrders;
        this.catalog = catalog;
        this.notes = notes;
    }

    @Transactional(readOnly = true)
    Map<String, @Nullable Object> of(String workOrderId) {
        var work = workOrders.get(workOrderId).facts();
        var order = serviceOrders.facts(work.serviceOrderId());
        var chosen = ChosenCharacteristic.of(order.characteristics(), catalog.find(order.product()));
        var told = new HashMap<String, @Nullable Object>();
        told.put("place", Objects.requireNonNullElse(work.place(), NOTHING));
        told.put("wanted", lines(chosen, Texts.CHINESE));
        told.put("wantedEn", lines(chosen, Texts.ENGLISH));
        told.put(
                "wantedBy",
                order.requestedCompletion().atZone(PROVINCE).toLocalDate().toString());
        told.put("orderNote", notes.of(order.productOrderId()).orElse(null));
        return told;
    }

    private static String lines(List<ChosenCharacteristic> chosen, Locale locale) {
        return chosen.isEmpty()
                ? NOTHING
                : chosen.stream().map(one -> one.lineIn(locale)).collect(Collectors.joining("\n"));
    }
}
