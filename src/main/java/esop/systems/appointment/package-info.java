/** Visits at a customer's place, agreed with whoever goes there, TMF646 4.0.0. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("appointment")
package esop.systems.appointment;
