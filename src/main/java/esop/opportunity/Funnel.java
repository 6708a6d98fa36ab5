package esop.opportunity;

import java.math.BigDecimal;
import java.util.List;

/**
 * How opportunities narrow down on their way.
 *
 * @param stages those under way, in order
 * @param waiting entered and not begun
 * @param winPercent of those that have ended, how many became orders; 0 where none has
 * @param forecast what may be expected of those under way, weighted by stage and age
 */
public record Funnel(
        Heap waiting, List<Heap> stages, Heap converted, Heap terminated, int winPercent, BigDecimal forecast) {

    /**
     * @param aging how many have been there for long, {@code over} for too long
     * @param forecast the weighted part of the revenue
     */
    public record Heap(String name, int count, BigDecimal revenue, int aging, int over, BigDecimal forecast) {}
}
