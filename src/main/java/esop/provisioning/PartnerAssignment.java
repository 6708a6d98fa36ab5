package esop.provisioning;

/**
 * A work order that a partner was chosen for.
 *
 * @param rule of the decision {@code si-partner} that has matched, in its version
 * @param reason what that rule says
 */
record PartnerAssignment(
        String workOrderId,
        String serviceOrderId,
        String city,
        Partner partner,
        String rule,
        int ruleVersion,
        String reason) {}
