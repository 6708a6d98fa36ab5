package esop.cancellation.web;

import esop.cancellation.CancellationState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cancellation in a list.
 *
 * @param day from which on the customer does not want it any more
 * @param penalty what ending early costs, {@code waived} what of that is to be waived, {@code due} what is left to pay; in yuan
 * @param granted whether what is waived was approved
 */
record CancellationRow(
        String id,
        CancellationState state,
        String customerId,
        String customerName,
        String customerLevel,
        String city,
        List<Product> products,
        String reason,
        LocalDate day,
        BigDecimal penalty,
        BigDecimal waived,
        boolean granted,
        BigDecimal due,
        @Nullable String owner,
        @Nullable String ownerName,
        String createdByName,
        Instant created,
        @Nullable Instant ended,
        @Nullable String orderId,
        int revision) {

    record Product(String id, String name, String nameEn) {}
}
