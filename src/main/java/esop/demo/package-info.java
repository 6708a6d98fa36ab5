/** 演示省: a province whose people work over the same API as everyone else, so that every screen has something to show. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package esop.demo;
