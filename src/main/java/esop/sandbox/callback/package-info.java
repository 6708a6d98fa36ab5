/** Signed answers that come later, kept in the database until they are delivered. */
@org.jspecify.annotations.NullMarked
package esop.sandbox.callback;
