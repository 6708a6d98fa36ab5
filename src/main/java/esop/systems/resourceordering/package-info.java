/** EOMS construction orders, TMF652 4.0.0. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("resourceordering")
package esop.systems.resourceordering;
