package esop.provisioning;

import esop.systems.productordering.ProductOrdering;
import esop.systems.resourceordering.ResourceOrdering;
import esop.systems.serviceordering.ServiceOrdering;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How what was ordered elsewhere is taken back: while it runs it is withdrawn, when it is done it is closed. */
@Configuration(proxyBeanMethods = false)
class OrderUndos {

    @Bean
    Undo stopConstruction(ResourceOrdering ordering) {
        return new StoppedOrder("construct", ordering);
    }

    @Bean
    Undo undoConstruction(ResourceOrdering ordering, Clock clock) {
        return new ClosingOrder("construct", "dismantle", ordering, Duration.ofDays(5), clock);
    }

    @Bean
    Undo stopOpening(ServiceOrdering ordering) {
        return new StoppedOrder("open", ordering);
    }

    @Bean
    Undo undoOpening(ServiceOrdering ordering, Clock clock) {
        return new ClosingOrder("open", "close", ordering, Duration.ofDays(1), clock);
    }

    @Bean
    Undo stopInstallation(ServiceOrdering ordering) {
        return new StoppedOrder("install", ordering);
    }

    @Bean
    Undo undoInstallation(ServiceOrdering ordering, Clock clock) {
        return new ClosingOrder("install", "uninstall", ordering, Duration.ofDays(5), clock);
    }

    @Bean
    Undo stopNetworkOrder(ProductOrdering ordering) {
        return new StoppedOrder(NetworkOrders.STEP, ordering);
    }

    @Bean
    Undo undoNetworkOrder(ProductOrdering ordering, Clock clock) {
        return new ClosingOrder(NetworkOrders.STEP, "end-up", ordering, Duration.ofDays(10), clock);
    }
}
