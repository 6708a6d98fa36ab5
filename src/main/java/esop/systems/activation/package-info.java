/** BOSS service activation, TMF640 4.0.0. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("activation")
package esop.systems.activation;
