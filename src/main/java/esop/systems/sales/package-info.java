/** The CRM's copy of our opportunities, quotes and agreements: TMF699 4.0.0 (with salesOpportunity as in 5.0.0), TMF648 and TMF651 4.0.0. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("sales")
package esop.systems.sales;
