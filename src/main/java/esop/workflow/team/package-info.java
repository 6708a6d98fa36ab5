/** What lies with the people below somebody. */
@org.jspecify.annotations.NullMarked
package esop.workflow.team;
