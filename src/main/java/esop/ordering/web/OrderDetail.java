package esop.ordering.web;

import esop.catalog.ChosenCharacteristic;
import esop.ordering.ProductOrderState;
import esop.ordering.ReturnCall;
import esop.provisioning.Outlook;
import esop.provisioning.Risks.Risk;
import esop.provisioning.ServiceOrderView.WorkOrderView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order's page: the tree order → service orders → work orders, and beside it what the CRM is told that the customer subscribes to.
 *
 * @param actions what the caller may do with it now
 * @param contact whom to call about it, where somebody was named; the number is hidden
 * @param message why it was rejected
 */
record OrderDetail(
        String id,
        ProductOrderState state,
        String category,
        @Nullable String template,
        Customer customer,
        List<Item> items,
        @Nullable LocalDate requestedDate,
        Instant due,
        boolean late,
        @Nullable Forecast risk,
        int priority,
        @Nullable String note,
        @Nullable String contactId,
        @Nullable Contact contact,
        Instant created,
        String createdBy,
        String createdByName,
        @Nullable Instant completed,
        @Nullable String message,
        List<ServiceOrder> serviceOrders,
        List<SubscriptionOrder> subscriptionOrders,
        List<String> actions,
        @Nullable String instanceId,
        int revision,
        Mirror mirror,
        @Nullable ReturnCall returnCall) {

    record Customer(
            String id,
            String name,
            String city,
            String level,
            @Nullable String address,
            @Nullable Contact contact) {}

    record Contact(
            String name, @Nullable String title, @Nullable String phoneMasked) {}

    record Item(
            String id,
            String offeringId,
            String name,
            String nameEn,
            String action,
            int quantity,
            ProductOrderState state,
            boolean changeable,
            List<ChosenCharacteristic> characteristics) {}

    record ServiceOrder(
            String id,
            String itemId,
            String state,
            @Nullable String path,
            @Nullable String pathName,
            @Nullable String pathNameEn,
            String product,
            String productName,
            String productNameEn,
            String action,
            int level,
            List<String> dependsOn,
            Instant due,
            Instant created,
            @Nullable Instant completed,
            @Nullable String message,
            @Nullable String replacedBy,
            @Nullable String openFallout,
            @Nullable Outlook outlook,
            List<ChosenCharacteristic> characteristics,
            List<WorkOrder> workOrders) {}

    /**
     * @param subscription the subscription order that began what this one changes or ends
     * @param crmId the number under which the CRM keeps it
     */
    record SubscriptionOrder(
            String id,
            String itemId,
            String state,
            String product,
            String productName,
            String productNameEn,
            String action,
            @Nullable String subscription,
            @Nullable String crmId,
            @Nullable String message,
            @Nullable String openFallout,
            Instant created,
            @Nullable Instant completed,
            List<ChosenCharacteristic> characteristics) {}

    record WorkOrder(
            String id,
            String state,
            String stage,
            String unit,
            String unitName,
            String unitNameEn,
            Instant due,
            Instant created,
            @Nullable Instant completed,
            @Nullable Forecast risk,
            @Nullable String feedback,
            @Nullable String openFallout,
            @Nullable Outlook outlook) {

        static WorkOrder of(WorkOrderView view, List<Risk> risks) {
            return new WorkOrder(
                    view.id(),
                    view.state(),
                    view.stage(),
                    view.unit(),
                    Words.chinese("unit", view.unit()),
                    Words.english("unit", view.unit()),
                    view.due(),
                    view.created(),
                    view.completed(),
                    view.completed() == null ? Forecast.of(view.id(), risks) : null,
                    view.feedback(),
                    view.openFallout(),
                    view.completed() == null ? view.outlook() : null);
        }
    }

    /** The last state the CRM has confirmed. */
    record Mirror(@Nullable String state, @Nullable Instant at) {}
}
