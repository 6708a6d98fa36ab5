/** CRM: customers TMF629 and the mirror of product orders TMF622. */
@org.jspecify.annotations.NullMarked
package esop.sandbox.crm;
