/** What our calls have left at other systems, and what those say of it now. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("records")
package esop.systems.records;
