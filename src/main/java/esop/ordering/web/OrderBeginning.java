package esop.ordering.web;

import esop.ordering.NewOrder;
import esop.ordering.Ordering;
import esop.workflow.Beginning;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderBeginning {

    @Bean
    Beginning<NewOrder> orderEntry(Ordering ordering) {
        return new Beginning<>(
                "order",
                "orders:write",
                "/orders/new",
                "ordering.start",
                NewOrder.class,
                wish -> ordering.place(wish).id());
    }
}
