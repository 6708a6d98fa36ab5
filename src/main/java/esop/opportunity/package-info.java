/** 商机: sales opportunities from a lead over five stages to an agreement and an order (ESOP 6.1.1, 6.3.1). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "identity",
            "web",
            "systems",
            "systems :: sales",
            "workflow",
            "workflow :: notice",
            "customer",
            "catalog",
            "ordering"
        })
package esop.opportunity;
