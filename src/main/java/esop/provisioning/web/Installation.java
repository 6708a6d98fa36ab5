package esop.provisioning.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which partner a work order was given to, and why.
 *
 * @param rule of the decision {@code si-partner} that has matched, in that version of the table
 * @param load service orders the partner was working on in that moment
 * @param system where the partner takes its orders, null where its people work in ESOP
 * @param visitAgreedBy a person of the partner, or its system
 * @param signature who signed for the customer
 * @param refusal why the partner would not have it
 */
record Installation(
        String partner,
        String partnerName,
        String partnerNameEn,
        @Nullable String system,
        String reason,
        String rule,
        int ruleVersion,
        int load,
        Instant chosen,
        @Nullable Instant visitFrom,
        @Nullable Instant visitTo,
        @Nullable String visitAgreedBy,
        @Nullable String signature,
        @Nullable Instant refused,
        @Nullable String refusal) {}
