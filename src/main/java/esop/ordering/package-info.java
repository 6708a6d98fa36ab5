/** 订单: product orders from entry over decomposition to completion (ESOP 6.3.2.1.1). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "identity",
            "web",
            "systems",
            "systems :: productordering",
            "systems :: communication",
            "workflow",
            "workflow :: draft",
            "customer",
            "catalog",
            "provisioning"
        })
package esop.ordering;
