/** Short messages and e-mail, TMF681. */
@org.jspecify.annotations.NullMarked
package esop.sandbox.messages;
