/** The screens' API of opportunities. */
@org.jspecify.annotations.NullMarked
package esop.opportunity.web;
