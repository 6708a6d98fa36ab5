package esop.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened in the province before the newcomer came in. */
record Story(List<Chapter> chapters) {

    /**
     * One order and how it went.
     *
     * @param customer name at the CRM
     * @param by who entered it, for example {@code account-manager.nanjing}
     * @param ending how far it is played
     * @param daysAgo how long ago it was entered
     * @param satisfaction what the customer said when called back
     */
    record Chapter(
            String customer,
            String by,
            List<Item> items,
            @Nullable String note,
            Ending ending,
            int daysAgo,
            @Nullable String satisfaction) {

        Unit unit() {
            return items.stream().anyMatch(item -> item.offeringId().equals("adc")) ? Unit.PLATFORM : Unit.EOMS;
        }

        String colleague(String role) {
            return role + by.substring(by.indexOf('.'));
        }
    }

    record Item(String offeringId, int quantity, Map<String, Object> characteristics) {}

    /** Who carries out a chapter's order, and under which names the sandbox and ESOP know that. */
    enum Unit {
        EOMS("eoms", "resourceOrder", "construct"),
        PLATFORM("platform", "serviceOrder", "open");

        private final String system;
        private final String resource;
        private final String step;

        Unit(String system, String resource, String step) {
            this.system = system;
            this.resource = resource;
            this.step = step;
        }

        String system() {
            return system;
        }

        String resource() {
            return resource;
        }

        String firstDispatch(String workOrderId) {
            return workOrderId + ":" + step + ":1";
        }
    }

    enum Ending {
        /** Everything opened, signed off, archived, and the customer called back. */
        CALLED_BACK,
        /** Completed; the return call is still to be made. */
        COMPLETED,
        /** Construction is finished and waits for its sign-off. */
        TO_SIGN_OFF,
        /** Whoever carries it out has said nothing yet. */
        SILENT,
        /** The network department refused: a fallout waits for operations. */
        REFUSED;

        boolean isPast() {
            return this == CALLED_BACK || this == COMPLETED;
        }
    }
}
