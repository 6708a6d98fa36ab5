/** What people do with a task beside completing it: delegate, ask for opinions, return, take back, copy, urge, put off. */
@org.jspecify.annotations.NullMarked
package esop.workflow.action;
