/** 后台系统: calls to the backing systems and their answers, nothing lost and nothing twice (ESOP 4.3.2, 6.11.2). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"identity", "web"})
package esop.systems;
