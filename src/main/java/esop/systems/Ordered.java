package esop.systems;

import java.time.Instant;
import java.util.Map;

/**
 * What another system is to carry out for a customer.
 *
 * @param product id of the offering
 * @param action {@code add}, {@code modify} or {@code delete}
 * @param by when it shall be done
 * @param priority TMF: 0 is the most urgent, 4 the least
 * @param characteristics by name
 */
public record Ordered(
        String city,
        String product,
        String action,
        String customerId,
        Instant by,
        int priority,
        Map<String, ?> characteristics) {

    public Ordered ended() {
        return new Ordered(city, product, "delete", customerId, by, priority, characteristics);
    }
}
