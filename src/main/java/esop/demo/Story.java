package esop.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened in the province before the newcomer came in. */
record Story(List<Chapter> chapters, List<Template> templates) {

    /**
     * One order and how it went.
     *
     * @param customer name at the CRM
     * @param by who entered it, for example {@code account-manager.nanjing}
     * @param ending how far it is played
     * @param daysAgo how long ago it was entered
     * @param satisfaction what the customer said when called back
     * @param added what the customer ordered besides when it had come to its ending
     */
    record Chapter(
            String customer,
            String by,
            List<Item> items,
            @Nullable String note,
            Ending ending,
            int daysAgo,
            @Nullable String satisfaction,
            @Nullable List<Item> added) {

        Unit unit() {
            if (has("cross-province-line")) {
                return Unit.FIRST_LEVEL;
            }
            return has("adc") ? Unit.PLATFORM : Unit.EOMS;
        }

        private boolean has(String offering) {
            return items.stream().anyMatch(item -> item.offeringId().equals(offering));
        }

        String colleague(String role) {
            return role + by.substring(by.indexOf('.'));
        }
    }

    /** An order template that a colleague shares with the city. */
    record Template(String by, String name, List<Item> items) {}

    record Item(String offeringId, int quantity, Map<String, Object> characteristics) {}

    /** Who carries out a chapter's order, and under which names the sandbox knows that. */
    enum Unit {
        EOMS("eoms", "resourceOrder"),
        PLATFORM("platform", "serviceOrder"),
        FIRST_LEVEL("first-level", "productOrder");

        private final String system;
        private final String resource;

        Unit(String system, String resource) {
            this.system = system;
            this.resource = resource;
        }

        String system() {
            return system;
        }

        String resource() {
            return resource;
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
        /** A partner's people have yet to agree the visit. */
        AT_PARTNER,
        /** The network department refused: a fallout waits for operations. */
        REFUSED,
        /** Refused, and operations ask to take it back: that waits for the approver. */
        TO_APPROVE,
        /** The customer had second thoughts while it was being built. */
        WITHDRAWN;

        boolean isPast() {
            return this == CALLED_BACK || this == COMPLETED;
        }
    }
}
