/** 决策表: decision tables as people read, try, change and take back in the console. */
@org.jspecify.annotations.NullMarked
package esop.workflow.table;
