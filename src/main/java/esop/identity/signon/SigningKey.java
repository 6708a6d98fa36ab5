package esop.identity.signon;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The key pair of this ESOP, made by whichever node starts first and the same for all of them ever after. */
@Configuration(proxyBeanMethods = false)
class SigningKey {

    @Bean
    ECKey credentialKey(JdbcClient jdbc) throws JOSEException, ParseException {
        var fresh = new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .generate();
        jdbc.sql("INSERT INTO identity.signing_key (jwk) VALUES (?::jsonb) ON CONFLICT (only_one) DO NOTHING")
                .param(fresh.toJSONString())
                .update();
        return ECKey.parse(jdbc.sql("SELECT jwk::text FROM identity.signing_key")
                .query(String.class)
                .single());
    }
}
