/** What has changed, told to open browsers on every node. */
@org.jspecify.annotations.NullMarked
package esop.workflow.live;
