/** What people see and switch in the sandbox. */
@org.jspecify.annotations.NullMarked
package esop.sandbox.page;
