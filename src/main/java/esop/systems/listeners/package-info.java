/** Other systems that want to hear of our events. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("listeners")
package esop.systems.listeners;
