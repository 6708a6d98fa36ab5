package esop.north;

import java.util.List;

/** The APIs that tell listeners what happens. */
enum Api {
    TMF622(
            "productOrderingManagement",
            List.of(
                    "ProductOrderCreateEvent",
                    "ProductOrderAttributeValueChangeEvent",
                    "ProductOrderStateChangeEvent",
                    "ProductOrderInformationRequiredEvent")),
    TMF641(
            "serviceOrdering",
            List.of(
                    "ServiceOrderCreateEvent",
                    "ServiceOrderAttributeValueChangeEvent",
                    "ServiceOrderStateChangeEvent",
                    "ServiceOrderInformationRequiredEvent",
                    "ServiceOrderMilestoneStateChangeEvent",
                    "ServiceOrderJeopardyAlertEvent"));

    private final String word;
    private final List<String> events;

    Api(String word, List<String> events) {
        this.word = word;
        this.events = events;
    }

    /** As it stands in addresses. */
    String word() {
        return word;
    }

    List<String> events() {
        return events;
    }

    static Api named(String word) {
        return TMF641.word.equals(word) ? TMF641 : TMF622;
    }
}
