/** 集团产品: product offerings with their characteristics, tariffs and where they are sold (ESOP 6.6). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"identity", "web"})
package esop.catalog;
