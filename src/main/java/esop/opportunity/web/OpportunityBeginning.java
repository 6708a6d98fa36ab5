package esop.opportunity.web;

import esop.opportunity.NewOpportunity;
import esop.opportunity.OpportunityEdits;
import esop.workflow.Beginning;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpportunityBeginning {

    @Bean
    Beginning<NewOpportunity> opportunityEntry(OpportunityEdits edits) {
        return new Beginning<>(
                "opportunity",
                "opportunities:write",
                "/opportunities/new",
                "opportunity.start",
                NewOpportunity.class,
                wish -> edits.enter(wish).id());
    }
}
