package esop.identity.signon;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import esop.Caller;
import esop.EsopTest;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EsopTest
class CredentialTests {

    @Autowired
    private ECKey ourKey;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aCredentialNamesItsPersonHowTheySignedOnAndTheirRights() throws Exception {
        var answer = token("operations.suzhou", "esop-demo");
        var credential = SignedJWT.parse(answer.json().get("accessToken").asText());
        var claims = credential.getJWTClaimsSet();

        assertThat(answer.json().get("expiresIn").asLong()).isBetween(15 * 60L, 60 * 60L);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(credential.getHeader().getType()).isEqualTo(new JOSEObjectType("at+jwt"));
        assertThat(claims.getSubject()).isEqualTo("operations.suzhou");
        assertThat(claims.getAudience()).containsExactly("esop-api");
        assertThat(claims.getStringClaim("org")).isEqualTo("苏州业务支撑中心");
        assertThat(claims.getStringListClaim("cities")).containsExactly("suzhou");
        assertThat(claims.getStringListClaim("roles")).containsExactly("operations");
        assertThat(claims.getStringListClaim("amr")).containsExactly("pwd");
        assertThat(claims.getLongClaim("auth_time"))
                .isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(60L));
        assertThat(claims.getIntegerClaim("rv")).isPositive();
        assertThat(claims.getExpirationTime()).isAfter(new Date());
    }

    @Test
    void thePublishedKeyVerifiesItAndIsNotTheSecretOne() throws Exception {
        var keys = Caller.anonymous().get("/api/auth/keys").json();
        var published = JWK.parse(keys.at("/keys/0").toString()).toECKey();

        assertThat(published.isPrivate()).isFalse();
        assertThat(published.toECPublicKey()).isEqualTo(ourKey.toECPublicKey());
    }

    @Test
    void itOpensTheApiAndNeedsNoToken() {
        assertThat(Caller.as("operations.suzhou").get("/api/me").status()).isEqualTo(200);
        assertThat(Caller.as("hotline-client")
                        .get("/api/me")
                        .json()
                        .at("/roles/0")
                        .asText())
                .isEqualTo("hotline");
        assertThat(Caller.as("operations.suzhou")
                        .post("/api/probe", Map.of("name", "x", "quantity", 1))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void itOpensNoSession() {
        var caller = Caller.as("operations.suzhou");
        caller.get("/api/me");

        assertThat(caller.cookie("SESSION")).isNull();
    }

    @Test
    void ourOwnKeyWithTheRightClaimsIsTheMeasure() throws Exception {
        assertThat(status(signed(header -> header, claims -> claims, new ECDSASigner(ourKey))))
                .isEqualTo(200);
    }

    @Test
    void unsignedIsRefused() throws Exception {
        assertThat(status(new PlainJWT(claims(builder -> builder)).serialize())).isEqualTo(401);
        var signature = signed(header -> header, claims -> claims, new ECDSASigner(ourKey))
                .split("\\.");
        var none = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"at+jwt\"}".getBytes());
        assertThat(status(none + "." + signature[1] + ".")).isEqualTo(401);
        assertThat(status(none + "." + signature[1] + "." + signature[2])).isEqualTo(401);
    }

    @Test
    void signedWithThePublicKeyAsASecretIsRefused() throws Exception {
        for (var secret : List.of(
                ourKey.toECPublicKey().getEncoded(),
                ourKey.toPublicJWK().toJSONString().getBytes(),
                ourKey.getX().decode())) {
            var forged = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .type(Credentials.TYPE)
                            .keyID(ourKey.getKeyID())
                            .build(),
                    claims(builder -> builder));
            forged.sign(new MACSigner(secret));
            assertThat(status(forged.serialize())).isEqualTo(401);
        }
    }

    @Test
    void anotherKeyIsRefusedWhateverTheHeaderSaysOfIt() throws Exception {
        var theirs = new ECKeyGenerator(Curve.P_256).keyID(ourKey.getKeyID()).generate();
        var signer = new ECDSASigner(theirs);

        assertThat(status(signed(header -> header, claims -> claims, signer))).isEqualTo(401);
        assertThat(status(signed(header -> header.jwk(theirs.toPublicJWK()), claims -> claims, signer)))
                .isEqualTo(401);
        assertThat(status(signed(
                        header -> header.jwkURL(URI.create("https://evil.example/keys")), claims -> claims, signer)))
                .isEqualTo(401);
        assertThat(status(signed(header -> header.keyID("../../etc/passwd"), claims -> claims, signer)))
                .isEqualTo(401);
    }

    @Test
    void anUnknownKeyIdIsRefusedEvenWithOurKey() throws Exception {
        assertThat(status(signed(header -> header.keyID("other"), claims -> claims, new ECDSASigner(ourKey))))
                .isEqualTo(401);
    }

    @Test
    void anotherAudienceTypeIssuerOrTimeIsRefused() throws Exception {
        var ours = new ECDSASigner(ourKey);
        var past = Date.from(Instant.now().minusSeconds(60));

        assertThat(status(signed(header -> header, claims -> claims.audience("other"), ours)))
                .isEqualTo(401);
        assertThat(status(signed(header -> header, claims -> claims.audience(List.of()), ours)))
                .isEqualTo(401);
        assertThat(status(signed(header -> header.type(JOSEObjectType.JWT), claims -> claims, ours)))
                .isEqualTo(401);
        assertThat(status(signed(header -> header.type(null), claims -> claims, ours)))
                .isEqualTo(401);
        assertThat(status(signed(header -> header, claims -> claims.issuer("other"), ours)))
                .isEqualTo(401);
        assertThat(status(signed(header -> header, claims -> claims.expirationTime(past), ours)))
                .isEqualTo(401);
        assertThat(status(signed(header -> header, claims -> claims.expirationTime(null), ours)))
                .isEqualTo(401);
        assertThat(status(signed(header -> header, claims -> claims.claim("rv", null), ours)))
                .isEqualTo(401);
        assertThat(status(signed(header -> header, claims -> claims.claim("rv", "1"), ours)))
                .isEqualTo(401);
        assertThat(status(signed(header -> header, claims -> claims.subject(null), ours)))
                .isEqualTo(401);
        assertThat(status(signed(header -> header, claims -> claims.subject("nobody"), ours)))
                .isEqualTo(401);
    }

    @Test
    void aChangedCredentialIsRefused() throws Exception {
        var good = signed(header -> header, claims -> claims, new ECDSASigner(ourKey));
        var parts = good.split("\\.");
        var forged = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        claims(claims -> claims.subject("admin")).toString().getBytes());

        assertThat(status(parts[0] + "." + forged + "." + parts[2])).isEqualTo(401);
        assertThat(status(good.substring(0, good.length() - 8) + "AAAAAAAA")).isEqualTo(401);
        assertThat(status("nonsense")).isEqualTo(401);
        assertThat(status("")).isEqualTo(401);
    }

    @Test
    void itEndsWhenTheRightsChange() {
        var caller = Caller.fresh("tele-manager2.wuxi");
        assertThat(caller.get("/api/me").status()).isEqualTo(200);

        jdbc.sql("INSERT INTO identity.person_role (person, role) VALUES ('tele-manager2.wuxi', 'hall')")
                .update();
        try {
            assertThat(caller.get("/api/me").status()).isEqualTo(401);
            assertThat(Caller.fresh("tele-manager2.wuxi").get("/api/me").status())
                    .isEqualTo(200);
        } finally {
            jdbc.sql("DELETE FROM identity.person_role WHERE person = 'tele-manager2.wuxi' AND role = 'hall'")
                    .update();
        }
    }

    @Test
    void aRefusalIsAProblemAndNoRedirect() {
        var answer = Caller.anonymous().with("Authorization", "Bearer x.y.z").get("/api/me");

        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(token("operations.suzhou", "wrong").header("Content-Type")).startsWith("application/problem+json");
        assertThat(token("operations.suzhou", "").status()).isEqualTo(400);
    }

    private static Caller.Answer token(String name, String password) {
        return Caller.anonymous().post("/api/auth/token", Map.of("username", name, "password", password));
    }

    private static int status(String credential) {
        return Caller.anonymous()
                .with("Authorization", "Bearer " + credential)
                .get("/api/me")
                .status();
    }

    private String signed(
            UnaryOperator<JWSHeader.Builder> header, UnaryOperator<JWTClaimsSet.Builder> claims, JWSSigner signer)
            throws JOSEException, ParseException {
        var start =
                new JWSHeader.Builder(JWSAlgorithm.ES256).type(Credentials.TYPE).keyID(ourKey.getKeyID());
        var credential = new SignedJWT(header.apply(start).build(), claims(claims));
        credential.sign(signer);
        return credential.serialize();
    }

    private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) throws ParseException {
        var good = SignedJWT.parse(token("operations.wuxi", "esop-demo")
                        .json()
                        .get("accessToken")
                        .asText())
                .getJWTClaimsSet();
        return change.apply(new JWTClaimsSet.Builder(good)).build();
    }
}
