/** 受理: what customers ask for at any channel, done there or handed to the channel that can, with one record for all (ESOP 6.1, 6.1.3). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "identity",
            "web",
            "systems",
            "systems :: communication",
            "workflow",
            "workflow :: draft",
            "customer",
            "catalog",
            "ordering",
            "opportunity"
        })
package esop.intake;
