package esop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.EsopTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EsopTest
class RetirementTests {

    private static final String PRODUCT = "/api/catalogue/" + UnsoldProduct.ID;
    private static final Map<String, String> REASON = Map.of("reason", "replaced by 5G");

    @Autowired
    private JdbcClient jdbc;

    private Caller designer;
    private Caller seller;
    private UnsoldProduct product;

    @BeforeEach
    void sell() {
        designer = Caller.fresh("designer").with("Accept-Language", "en");
        seller = Caller.as("account-manager.nanjing").with("Accept-Language", "en");
        product = UnsoldProduct.in(jdbc).launched();
    }

    @AfterEach
    void forget() {
        product.close();
    }

    @Test
    void whatIsTakenOutOfSaleIsNoLongerOfferedAndSaysSinceWhenAndWhy() {
        assertThat(offered()).contains(UnsoldProduct.ID);

        var retired = designer.post(PRODUCT + "/retire", REASON);

        assertThat(retired.status()).as(retired.body()).isEqualTo(200);
        assertThat(offered()).doesNotContain(UnsoldProduct.ID);
        var known = seller.get("/api/products/" + UnsoldProduct.ID).json();
        assertThat(known.get("lifecycle").asText()).isEqualTo("retired");
        assertThat(known.get("orderable").asBoolean()).isFalse();
        assertThat(known.get("reason").asText())
                .isEqualTo("no longer sold since " + LocalDate.now(ZoneId.of("Asia/Shanghai")) + " (replaced by 5G)");
        assertThat(known.get("retired").asText()).isNotBlank();
        assertThat(designer.get("/api/catalogue?size=200").body()).contains(UnsoldProduct.ID);
        var audit = Caller.as("admin").get("/api/audit?action=product.retire").json();
        assertThat(audit.at("/items/0/subject").asText()).isEqualTo("product/" + UnsoldProduct.ID);
        assertThat(audit.at("/items/0/person").asText()).isEqualTo("designer");

        assertThat(designer.post(PRODUCT + "/retire", REASON).status()).isEqualTo(409);
        assertThat(designer.post(PRODUCT + "/launch", Map.of()).status()).isEqualTo(200);
        assertThat(offered()).contains(UnsoldProduct.ID);
        assertThat(designer.post(PRODUCT + "/launch", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void onlyWhoKeepsTheCatalogueSaysWhatIsSold() {
        assertThat(seller.post(PRODUCT + "/retire", REASON).status()).isEqualTo(403);
        assertThat(seller.get("/api/catalogue").status()).isEqualTo(403);
        assertThat(offered()).contains(UnsoldProduct.ID);
    }

    @Test
    void whatCannotBeIsRefusedWithTheReason() {
        for (var reason : new String[] {" ", "x".repeat(101), "a\nb"}) {
            var refused = designer.post(PRODUCT + "/retire", Map.of("reason", reason));
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("reason");
        }
        assertThat(designer.post("/api/catalogue/teleporter/retire", REASON).status())
                .isEqualTo(404);
        var within = designer.post("/api/catalogue/vpmn/retire", REASON);
        assertThat(within.status()).isEqualTo(409);
        assertThat(within.json().get("detail").asText()).contains("Enterprise pack");
    }

    private List<String> offered() {
        return seller.get("/api/products?size=200").json().get("items").findValuesAsText("id");
    }
}
