package esop.systems.serviceordering;

import esop.systems.Ordering;

/** Orders to whoever opens a service in a workflow of its own: the business platform, integrators (ESOP 6.3.2.1.2(2), (4)). */
public interface ServiceOrdering extends Ordering {}
