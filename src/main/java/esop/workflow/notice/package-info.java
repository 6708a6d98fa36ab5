/** What people are told in the application. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("notice")
package esop.workflow.notice;
