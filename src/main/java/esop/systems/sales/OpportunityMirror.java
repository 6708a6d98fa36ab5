package esop.systems.sales;

import esop.systems.Mirror;

/** Tells the CRM what becomes of an opportunity, as a TMF699 SalesOpportunity (ESOP 6.3.1, 7.4.2). */
public interface OpportunityMirror extends Mirror {}
