/** The record of every call and what sends, proves and answers it; no other module looks in here. */
@org.jspecify.annotations.NullMarked
package esop.systems.calls;
