/** 工作时间: calendars, the clocks that count by them, what is done when time runs out (ESOP 6.5.2). */
@org.jspecify.annotations.NullMarked
package esop.workflow.calendar;
