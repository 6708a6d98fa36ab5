/** Tests of opened services by the system that opened them, TMF653 4.0.0. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("servicetest")
package esop.systems.servicetest;
