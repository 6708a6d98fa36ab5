/** What screens read of service orders, work orders and fallouts. */
@org.jspecify.annotations.NullMarked
package esop.provisioning.web;
