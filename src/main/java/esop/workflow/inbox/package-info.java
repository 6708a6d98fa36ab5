/** The inbox: who sees which task, and what one may do with it. */
@org.jspecify.annotations.NullMarked
package esop.workflow.inbox;
