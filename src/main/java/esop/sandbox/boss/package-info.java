/** BOSS: service activation, TMF640. */
@org.jspecify.annotations.NullMarked
package esop.sandbox.boss;
