package esop.cancellation.web;

import esop.cancellation.Cancellations;
import esop.cancellation.NewCancellation;
import esop.workflow.Beginning;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CancellationBeginning {

    @Bean
    Beginning<NewCancellation> cancellationEntry(Cancellations cancellations) {
        return new Beginning<>(
                "service-cancellation",
                "cancellations:write",
                "/cancellations/new",
                "cancellation.start",
                NewCancellation.class,
                wish -> cancellations.enter(wish).id());
    }
}
