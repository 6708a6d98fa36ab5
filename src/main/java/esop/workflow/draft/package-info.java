/** Drafts kept at the server: of task forms until the task is done, of what somebody enters until it is sent. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("draft")
package esop.workflow.draft;
