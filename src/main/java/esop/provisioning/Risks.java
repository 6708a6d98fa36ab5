package esop.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** 交付预警: what is under way and, by what is usual, will not be done by its due time, before that has passed. */
public interface Risks {

    /** Of these orders and their work orders, as known a moment ago. */
    List<Risk> ofOrders(Collection<String> orderIds);

    /** The ids of all orders that are at risk themselves, of the caller's cities. */
    List<String> orders();

    /**
     * @param subject id of the order or the work order
     * @param step where it stands, as {@code requested_step} names it; {@code begin} or {@code sign-off}
     * @param expected when it will be done, if it goes on as usual
     * @param cases how many finished ones that is derived from
     * @param since when it was found to be so
     */
    record Risk(String subject, String orderId, String step, Instant due, Instant expected, int cases, Instant since) {

        /** What it usually still needs. */
        public Duration needs(Instant now) {
            return now.isBefore(expected) ? Duration.between(now, expected) : Duration.ZERO;
        }

        public Duration left(Instant now) {
            return now.isBefore(due) ? Duration.between(now, due) : Duration.ZERO;
        }
    }
}
