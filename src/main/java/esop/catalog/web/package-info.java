/** The screens' API of products. */
@org.jspecify.annotations.NullMarked
package esop.catalog.web;
