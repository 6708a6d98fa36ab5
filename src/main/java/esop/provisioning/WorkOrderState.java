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

    /** What others see of a dispatched or executed work order whose unit is asked to stop: a stage, not a state, for the unit works on meanwhile. */
    public static final String WITHDRAWING = "withdrawing";

    /** What work orders are called in the search by fragment. */
    public static final String SEARCHABLE = "work-order";

    /** The stage by the columns of a work order. */
    public static final String STAGE = """
            CASE WHEN state IN ('dispatched', 'executing') AND provisioning.is_withdrawing(id, generation) THEN 'withdrawing' ELSE state END""";

    private final String tmf;

    WorkOrderState(String tmf) {
        this.tmf = tmf;
    }

    /** TMF652. */
    public String tmf() {
        return tmf;
    }

    /** TMF652, of a stage that is this state's word or {@code withdrawing}. */
    public static String tmf(String stage) {
        return stage.equals(WITHDRAWING) ? "assessingCancellation" : of(stage).tmf;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static WorkOrderState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
