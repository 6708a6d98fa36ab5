package esop.ordering.web;

import esop.workflow.Beginning;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderBeginning {

    @Bean
    Beginning orderEntry() {
        return new Beginning("order", "orders:write", "/orders/new", "ordering.start");
    }
}
