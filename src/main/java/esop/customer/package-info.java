/** 集团客户: enterprise customers, a local projection of the CRM's records (ESOP 6.5). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"identity", "web", "systems", "systems :: customermanagement", "workflow"})
package esop.customer;
