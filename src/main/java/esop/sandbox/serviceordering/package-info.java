/** TMF641 as every system with a workflow of its own speaks it. */
@org.jspecify.annotations.NullMarked
package esop.sandbox.serviceordering;
