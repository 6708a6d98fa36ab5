/** Service orders to systems with a workflow of their own, TMF641 4.1.0. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("serviceordering")
package esop.systems.serviceordering;
