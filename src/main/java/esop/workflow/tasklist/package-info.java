/** Camunda Tasklist beside our own inbox: the same sign-on, the same tasks, the same rights. */
@org.jspecify.annotations.NullMarked
package esop.workflow.tasklist;
