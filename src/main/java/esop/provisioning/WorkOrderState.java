package esop.provisioning;

import java.util.Locale;

/** The life of a work order (工单生成 → 派发 → 执行 → 验收 → 归档, ESOP 6.3.2.2) and the TMF652 word that others read. */
public enum WorkOrderState {
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

    /** TMF652. */
    public String tmf() {
        return tmf;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static WorkOrderState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
