/** The business platform: service orders TMF641 and service tests TMF653. */
@org.jspecify.annotations.NullMarked
package esop.sandbox.platform;
