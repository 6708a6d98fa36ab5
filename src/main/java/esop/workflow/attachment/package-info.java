/** Files laid to a task: what they are is looked at and not believed, who may have them is who may see the task. */
@org.jspecify.annotations.NullMarked
package esop.workflow.attachment;
