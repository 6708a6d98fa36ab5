/** 流程: the inbox, instances, calendars, due times and decisions; the door to the process engine (ESOP 4.2). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"identity", "web"})
package esop.workflow;
