package esop;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The server: everything but the sandbox, which is an application of its own. */
@Modulithic
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableScheduling
@ConfigurationPropertiesScan({"esop"})
@ComponentScan(
        basePackages = "esop",
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "esop\\.sandbox\\..*"))
public class EsopApplication {}
