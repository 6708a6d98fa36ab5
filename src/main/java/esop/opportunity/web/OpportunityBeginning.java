package esop.opportunity.web;

import esop.workflow.Beginning;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpportunityBeginning {

    @Bean
    Beginning opportunityEntry() {
        return new Beginning("opportunity", "opportunities:write", "/opportunities/new", "opportunity.start");
    }
}
