/** Drafts of task forms, kept at the server until the task is done. */
@org.jspecify.annotations.NullMarked
package esop.workflow.draft;
