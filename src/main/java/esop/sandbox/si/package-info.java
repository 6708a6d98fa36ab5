/** The system integrator: service orders TMF641 and appointments TMF646. */
@org.jspecify.annotations.NullMarked
package esop.sandbox.si;
