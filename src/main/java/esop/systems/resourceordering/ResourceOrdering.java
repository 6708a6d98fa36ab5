package esop.systems.resourceordering;

import esop.systems.Ordering;

/** Construction work orders to the network department's EOMS (ESOP 6.3.2.1.2(3)). */
public interface ResourceOrdering extends Ordering {}
