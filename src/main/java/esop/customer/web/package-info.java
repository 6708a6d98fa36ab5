/** The screens' API of customers. */
@org.jspecify.annotations.NullMarked
package esop.customer.web;
