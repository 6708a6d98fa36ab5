package esop.systems.sales;

import esop.systems.Mirror;

/** Tells the CRM what becomes of an agreement, as a TMF651 Agreement. */
public interface AgreementMirror extends Mirror {}
