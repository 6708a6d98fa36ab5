package esop.systems.productordering;

import esop.systems.Ordering;

/** Orders to another operator's ordering system: the first-level ESOP, for network-wide products (ESOP 4.3.2). */
public interface ProductOrdering extends Ordering {}
