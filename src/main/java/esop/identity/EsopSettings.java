package esop.identity;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param demo whether the demo province lives here
 * @param publicUrl how the world outside reaches this ESOP
 */
@ConfigurationProperties("esop")
public record EsopSettings(boolean demo, URI publicUrl) {

    public boolean overTls() {
        return "https".equals(publicUrl.getScheme());
    }
}
