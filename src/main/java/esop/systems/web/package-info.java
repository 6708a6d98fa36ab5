/** What people see of calls and systems. */
@org.jspecify.annotations.NullMarked
package esop.systems.web;
