package esop.systems.productordering;

import esop.systems.Mirror;

/** Tells the CRM what becomes of an order, as a TMF622 ProductOrder (ESOP 4.3.2). */
public interface ProductOrderMirror extends Mirror {}
