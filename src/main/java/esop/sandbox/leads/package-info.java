/** Leads that other systems send to ESOP (TMF699): the CRM, BI, the website and an agency's system. */
@org.jspecify.annotations.NullMarked
package esop.sandbox.leads;
