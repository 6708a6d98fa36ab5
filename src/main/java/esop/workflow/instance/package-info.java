/** Running and ended instances: list, diagram, timeline, incidents. */
@org.jspecify.annotations.NullMarked
package esop.workflow.instance;
