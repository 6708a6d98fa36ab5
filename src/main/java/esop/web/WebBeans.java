package esop.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import java.util.List;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** What every endpoint shares: the languages and how strictly JSON is read. */
@Configuration(proxyBeanMethods = false)
class WebBeans {

    @Bean
    MessageSource messageSource() {
        return Texts.messages();
    }

    @Bean
    LocaleResolver localeResolver() {
        var languages = new AcceptHeaderLocaleResolver();
        languages.setSupportedLocales(List.of(Texts.CHINESE, Texts.ENGLISH));
        languages.setDefaultLocale(Texts.CHINESE);
        return languages;
    }

    @Bean
    Jackson2ObjectMapperBuilderCustomizer strictJson() {
        return json -> json.featuresToEnable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .featuresToDisable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .deserializerByType(String.class, new StorableStringDeserializer());
    }
}
