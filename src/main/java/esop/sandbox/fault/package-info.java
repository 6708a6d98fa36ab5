/** The switches that break a system, and the answers broken at the wire. */
@org.jspecify.annotations.NullMarked
package esop.sandbox.fault;
