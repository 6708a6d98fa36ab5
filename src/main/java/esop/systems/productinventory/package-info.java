/** What the CRM knows of the products its customers have, TMF637 4.0.0. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("productinventory")
package esop.systems.productinventory;
