/** The CRM's mirror of our product orders, TMF622 4.0.0. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("productordering")
package esop.systems.productordering;
