package esop.provisioning;

/** Published in the transaction that ends a rollback. */
record RollbackEnded(String productOrderId) {}
