/** 仿真: the simulated backing systems, an application of its own over HTTP, with a ledger and fault switches. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package esop.sandbox;
