/** The screens' API of orders. */
@org.jspecify.annotations.NullMarked
package esop.ordering.web;
