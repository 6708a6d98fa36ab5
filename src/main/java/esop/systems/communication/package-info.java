/** Short messages and e-mail, TMF681 4.0.0. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("communication")
package esop.systems.communication;
