/** 订单数据稽核: after an order has ended, ESOP's word is compared with that of the other systems, and what differs is repaired (ESOP 6.11.2). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "identity",
            "web",
            "systems",
            "systems :: productordering",
            "systems :: records",
            "workflow",
            "catalog",
            "provisioning",
            "ordering"
        })
package esop.audit;
