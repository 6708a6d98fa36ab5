package esop.sandbox.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;

/** {@code sha256=<hex HMAC-SHA256 of timestamp + "." + body>}, with the secret of the system that speaks. */
public final class Signature {

    private Signature() {}

    /** One that is given but empty, as a container's environment may have it, is none: then everybody knows it. */
    public static String secretOf(String id, Environment environment) {
        return given("esop.systems.", id, environment);
    }

    /** Signs what ESOP tells a listener of this account. */
    public static String secretOfListener(String account, Environment environment) {
        return given("esop.listeners.", account, environment);
    }

    private static String given(String of, String id, Environment environment) {
        var given = environment.getProperty(of + id + ".secret", "");
        return given.isBlank() ? "esop-demo-secret-" + id : given;
    }

    public static String of(String secret, long timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "sha256=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
