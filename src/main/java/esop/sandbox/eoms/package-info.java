/** EOMS: construction orders TMF652 and resource reservations TMF685. */
@org.jspecify.annotations.NullMarked
package esop.sandbox.eoms;
