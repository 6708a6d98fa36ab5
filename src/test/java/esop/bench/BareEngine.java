package esop.bench;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Camunda's starter with its defaults and our models, nothing more: delegates set what gateways read, answers are correlated as soon
 * as they are awaited. No stereotype here: the tests of ESOP look for those below {@code esop}.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@Import(BareDelegates.class)
public class BareEngine {

    static final String READY = "bare engine is ready";

    public static void main(String[] arguments) throws IOException {
        var context = SpringApplication.run(BareEngine.class, arguments);
        deploy(context.getBean(RepositoryService.class));
        System.out.println(READY);
    }

    private static void deploy(RepositoryService repository) throws IOException {
        var deployment = repository.createDeployment().name("models");
        for (var folder : new String[] {"processes", "decisions", "forms"}) {
            try (var files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)"))
                        .forEach(file -> deployment.addString(file.getFileName().toString(), text(file)));
            }
        }
        deployment.deploy();
    }

    @Bean
    RouterFunction<ServerResponse> doors(RuntimeService runtime, TaskService tasks, ObjectMapper json) {
        return route().POST("/orders/{id}", request -> {
                    var id = request.pathVariable("id");
                    runtime.startProcessInstanceByKey("order", id, BareDelegates.order(id));
                    return ServerResponse.noContent().build();
                })
                .POST("/tasks/{id}", request -> {
                    var id = request.pathVariable("id");
                    var data = json.readValue(request.body(String.class), new TypeReference<Map<String, Object>>() {});
                    tasks.claim(id, "somebody");
                    tasks.complete(id, data);
                    return ServerResponse.noContent().build();
                })
                .build();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
