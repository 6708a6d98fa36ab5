/** Answers that come by themselves: signed, recorded, each taken once. */
@org.jspecify.annotations.NullMarked
package esop.systems.callbacks;
