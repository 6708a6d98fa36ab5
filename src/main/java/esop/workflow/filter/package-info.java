/** Filters of the inbox that people keep under a name and share. */
@org.jspecify.annotations.NullMarked
package esop.workflow.filter;
