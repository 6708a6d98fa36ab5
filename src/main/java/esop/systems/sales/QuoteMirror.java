package esop.systems.sales;

import esop.systems.Mirror;

/** Tells the CRM what becomes of an opportunity's solution and its prices, as a TMF648 Quote. */
public interface QuoteMirror extends Mirror {}
