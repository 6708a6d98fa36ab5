/** 重发规则: how often a failed call is tried again, edited in the console and tried before it is saved. */
@org.jspecify.annotations.NullMarked
package esop.systems.resend;
