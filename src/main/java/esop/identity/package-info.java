/** 用户权限: people, organisations, roles, rights, data scope by city, sign-on and the audit log (ESOP 6.11.1). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"web"})
package esop.identity;
