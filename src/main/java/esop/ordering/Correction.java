package esop.ordering;

import java.util.Map;

/**
 * What whoever placed an order says anew of an item.
 *
 * @param itemId of the order's item
 * @param characteristics those that are to be different
 */
public record Correction(String itemId, Map<String, Object> characteristics) {}
