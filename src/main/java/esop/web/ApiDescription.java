package esop.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /api/openapi.json} says beyond the controllers themselves: everything not {@code @Nullable} is always there. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    static {
        SpringDocUtils.getConfig().replaceWithClass(JsonNode.class, Object.class);
    }

    @Bean
    ModelConverter requiredUnlessNullable() {
        return new RequiredUnlessNullable();
    }

    /** The same text from every node and every start, so that a change of it is a change of the API. */
    @Bean
    OpenApiCustomizer stableDescription() {
        return description -> {
            description.info(new Info().title("ESOP").version("1")).servers(List.of(new Server().url("/")));
            description.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .filter(operation -> operation.getParameters() != null)
                    .forEach(operation -> operation.getParameters().sort(Comparator.comparing(p -> p.getName())));
            description
                    .getComponents()
                    .setSchemas(new TreeMap<>(description.getComponents().getSchemas()));
        };
    }

    private static class RequiredUnlessNullable implements ModelConverter {

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
            var schema = others.hasNext() ? others.next().resolve(type, context, others) : null;
            var javaClass = Json.mapper().constructType(type.getType()).getRawClass();
            if (schema == null || !javaClass.isRecord()) {
                return schema;
            }
            var reference = schema.get$ref();
            var model = reference == null
                    ? schema
                    : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
            if (model != null && model.getProperties() != null) {
                Arrays.stream(javaClass.getRecordComponents())
                        .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .map(RequiredUnlessNullable::nameOf)
                        .filter(model.getProperties()::containsKey)
                        .forEach(model::addRequiredItem);
            }
            return schema;
        }

        private static String nameOf(RecordComponent component) {
            var named = component.getAccessor().getAnnotation(JsonProperty.class);
            return named == null || named.value().isEmpty() ? component.getName() : named.value();
        }
    }
}
