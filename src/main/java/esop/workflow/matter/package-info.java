/** A customer's matter as one thread, put together from what each module knows of it. */
@org.jspecify.annotations.NullMarked
package esop.workflow.matter;
