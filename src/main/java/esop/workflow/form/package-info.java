/** Task forms: their schema in the reader's language, and the check of what is submitted. */
@org.jspecify.annotations.NullMarked
package esop.workflow.form;
