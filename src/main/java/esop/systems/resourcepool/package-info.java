/** EOMS resource reservation, TMF685 1.0. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("resourcepool")
package esop.systems.resourcepool;
