package esop.provisioning;

/** A service order has reached a final state; published in the transaction that ends it. */
public record ServiceOrderEnded(String serviceOrderId, String productOrderId, String state) {}
