package esop.identity;

import java.util.Map;

/** The append-only, hash-chained record of who did what (ESOP 6.11.1.2). */
public interface AuditLog {

    /**
     * Written in the caller's transaction, for the current person or {@code system}.
     *
     * @param action verb in dotted form, for example {@code order.withdraw}
     * @param subject type and id, for example {@code product-order/PO20261123000001}
     * @param city whose data it was, or null when it belongs to none
     */
    void record(String action, String subject, @org.jspecify.annotations.Nullable String city, Map<String, ?> details);
}
