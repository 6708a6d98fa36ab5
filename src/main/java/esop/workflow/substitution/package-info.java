/** 代理: who is away, who stands in for them, for what and until when (ESOP 5.1). */
@org.jspecify.annotations.NullMarked
package esop.workflow.substitution;
