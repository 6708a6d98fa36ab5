/** CRM: customers TMF629, the mirror of product orders TMF622, what customers subscribe to TMF637, opportunities TMF699 and agreements TMF651. */
@org.jspecify.annotations.NullMarked
package esop.sandbox.crm;
