/** Product orders to other operators, and the CRM's mirror of ours, TMF622 4.0.0. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("productordering")
package esop.systems.productordering;
