package esop.workflow.action;

import esop.workflow.Turns;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BulkRunWorker {

    private static final Duration PAUSE = Duration.ofMillis(500);

    @Bean
    Turns bulkRunTurns(BulkRunStep step) {
        return new Turns("task-bulk", PAUSE, step::take);
    }
}
