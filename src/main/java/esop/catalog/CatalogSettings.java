package esop.catalog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param fresh how long what was read of the catalogue counts as current */
@ConfigurationProperties("esop.catalog")
record CatalogSettings(@DefaultValue("5s") Duration fresh) {}
