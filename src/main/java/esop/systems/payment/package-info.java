/** What customers have to pay once, as BOSS books it, TMF676 4.0.0. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("payment")
package esop.systems.payment;
