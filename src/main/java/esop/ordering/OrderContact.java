package esop.ordering;

import esop.web.Hidden;
import org.jspecify.annotations.Nullable;

/**
 * Whom to call about an order.
 *
 * @param phone may be left out at entry for somebody whom the customer has among its contacts
 */
public record OrderContact(@Nullable String name, @Nullable String phone) {

    public @Nullable String phoneMasked() {
        return Hidden.number(phone);
    }
}
