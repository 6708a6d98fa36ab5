/** The CRM's customer records, read only, TMF629 4.0.0. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("customermanagement")
package esop.systems.customermanagement;
