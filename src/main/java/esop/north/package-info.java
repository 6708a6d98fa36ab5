/** 北向接口: what other systems may ask of us, in TM Forum's words. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "identity",
            "web",
            "ordering",
            "opportunity",
            "provisioning",
            "catalog",
            "workflow",
            "systems",
            "systems :: listeners"
        })
package esop.north;
