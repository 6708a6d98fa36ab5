/** The screens' API of order audits. */
@org.jspecify.annotations.NullMarked
package esop.audit.web;
