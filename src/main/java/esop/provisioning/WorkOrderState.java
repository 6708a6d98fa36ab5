package esop.provisioning;

/** The life of a work order (工单生成 → 派发 → 执行 → 验收 → 归档, ESOP 6.3.2.2) and the TMF652 word that others read. */
enum WorkOrderState {
    /** Written, not sent, or returned for rework. */
    GENERATED("acknowledged"),
    /** Sent to the unit, which has not begun. */
    DISPATCHED("pending"),
    /** The unit works on it. */
    EXECUTING("inProgress"),
    /** The unit says it is done; the sign-off is missing. */
    DONE("inProgress"),
    /** Signed off. Final. */
    ARCHIVED("completed"),
    /** The unit tried and could not. */
    FAILED("failed"),
    /** The unit will not do it. */
    REFUSED("rejected"),
    /** Given up by us, or stopped at the unit. */
    CANCELLED("cancelled");

    private final String tmf;

    WorkOrderState(String tmf) {
        this.tmf = tmf;
    }

    String tmf() {
        return tmf;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static WorkOrderState of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
