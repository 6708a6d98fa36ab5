/** The intake's API. */
@org.jspecify.annotations.NullMarked
package esop.intake.web;
