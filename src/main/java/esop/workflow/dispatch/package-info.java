/** Who gets what: who is present, to whom a new task is given, and why (ESOP 5.1). */
@org.jspecify.annotations.NullMarked
package esop.workflow.dispatch;
