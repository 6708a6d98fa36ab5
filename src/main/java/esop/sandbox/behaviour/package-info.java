/** How soon a system answers, and whether it does so by itself. */
@org.jspecify.annotations.NullMarked
package esop.sandbox.behaviour;
