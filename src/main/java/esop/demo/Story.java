package esop.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened in the province before the newcomer came in. */
record Story(
        List<Chapter> chapters,
        List<Template> templates,
        List<Deal> deals,
        List<Visit> visits,
        List<Goodbye> goodbyes,
        List<Audit> audits) {

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

    /**
     * One opportunity and how far it has come.
     *
     * @param by who entered it
     * @param daysAgo how long ago that was
     * @param deadlineDays from today
     * @param competitor who else wants it
     * @param agreementEndsInDays from today; of others it has only just begun
     */
    record Deal(
            String customer,
            String by,
            String name,
            String need,
            int revenue,
            List<String> products,
            Outcome ending,
            int daysAgo,
            @Nullable Integer deadlineDays,
            @Nullable String competitor,
            @Nullable Integer agreementEndsInDays) {}

    enum Outcome {
        /** Dispatched, and not taken yet. */
        NEW,
        /** Given back until somebody has to dispatch it by hand. */
        RETURNED,
        DISCOVERY,
        REQUIREMENT,
        SOLUTION,
        CONTRACT,
        /** Became an order. */
        CONVERTED,
        /** The customer has not signed. */
        UNSIGNED
    }

    /**
     * What a customer asked for at a channel, and how far that has come.
     *
     * @param customer name at the CRM, or as it was given
     * @param city of a customer we do not know
     * @param by who took it in
     * @param words what was answered, why it was returned or withdrawn, or what help was asked for
     */
    record Visit(
            String customer,
            @Nullable String city,
            String by,
            String kind,
            List<String> products,
            String need,
            @Nullable String note,
            String phone,
            Handled ending,
            int daysAgo,
            @Nullable String words) {}

    enum Handled {
        /** While the customer was speaking. */
        ANSWERED,
        /** Handed over, and not done yet. */
        WAITING,
        /** Given back by the channel it was handed to. */
        RETURNED,
        /** Another channel is asked to help. */
        HELPED,
        /** Became an opportunity. */
        OPPORTUNITY,
        /** Became an order. */
        ORDERED,
        /** The customer had second thoughts. */
        WITHDRAWN
    }

    /**
     * A customer that ends something, and how far that has come.
     *
     * @param product what it subscribes to
     * @param deal name of the opportunity it came by; null where no agreement binds it
     * @param daysAgo how long ago it began to subscribe by that opportunity
     */
    record Goodbye(
            String customer,
            String by,
            String product,
            @Nullable String deal,
            String reason,
            Stage ending,
            int daysAgo) {

        enum Stage {
            /** Nothing bound it: it has ended. */
            ENDED,
            /** The manager has yet to try to keep it. */
            RETENTION,
            /** A part of the penalty is to be waived, and that waits for the city. */
            APPROVAL
        }

        String colleague(String role) {
            return role + by.substring(by.indexOf('.'));
        }
    }

    /**
     * An order that operations support compares with the other systems.
     *
     * @param chapter the position of the order's
     * @param system where somebody has changed its record meanwhile; null nowhere
     * @param state what they have made of it
     */
    record Audit(
            int chapter, @Nullable String system, @Nullable String state) {}

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
