/** 服务开通: service orders, work orders, provisioning paths and fallout (ESOP 6.3.2.1.2). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "identity",
            "web",
            "systems",
            "systems :: activation",
            "systems :: appointment",
            "systems :: productinventory",
            "systems :: productordering",
            "systems :: resourceordering",
            "systems :: resourcepool",
            "systems :: serviceordering",
            "systems :: servicetest",
            "workflow",
            "workflow :: notice",
            "catalog",
            "customer"
        })
package esop.provisioning;
