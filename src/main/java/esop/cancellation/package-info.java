/** 业务撤销: a customer ends what it subscribes to, for a penalty where it is still bound (ESOP 6.3.2.1.1.2). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "identity",
            "web",
            "systems",
            "systems :: payment",
            "workflow",
            "customer",
            "catalog",
            "provisioning",
            "ordering",
            "opportunity"
        })
package esop.cancellation;
