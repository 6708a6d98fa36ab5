/** The index of instances and open tasks, written in the engine's own transactions. */
@org.jspecify.annotations.NullMarked
package esop.workflow.index;
