package esop.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import esop.Caller;
import esop.EsopTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EsopTest
class OrderContactTests {

    private static final String CUSTOMER = "C320100002";
    private static final String PHONE = "13912345678";

    private Caller seller;

    @BeforeEach
    void signOn() {
        seller = Caller.as("account-manager.nanjing").with("Accept-Language", "en");
    }

    @Test
    void whoWasNamedIsCalledByThePartnerAndHiddenUntilAskedFor() {
        var order = place("mobile-mail", Map.of("name", " 李工 ", "phone", PHONE));
        var id = order.get("id").asText();
        assertThat(order.at("/contact/name").asText()).isEqualTo("李工");
        assertThat(order.at("/contact/phoneMasked").asText()).isEqualTo("139****5678");
        assertThat(order.toString()).doesNotContain(PHONE);
        assertThat(seller.get("/api/orders?size=5").body()).doesNotContain(PHONE);

        var told = seller.post("/api/orders/" + id + "/contact", Map.of());
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.json().get("phone").asText()).isEqualTo(PHONE);
        var audit = Caller.as("admin")
                .get("/api/audit?action=order.contact-revealed&subject=product-order/" + id)
                .json();
        assertThat(audit.at("/items/0/person").asText()).isEqualTo("account-manager.nanjing");
        assertThat(reveal("account-manager.suzhou", id)).isEqualTo(404);
        assertThat(reveal("hotline-client", id)).isEqualTo(403);
        assertThat(reveal("approver.nanjing", id)).as("who only reads orders").isEqualTo(403);

        await().atMost(Duration.ofSeconds(60)).until(() -> !workOrder(id).isEmpty());
        var partner = Caller.as("si.local");
        var page = "/api/partner/work-orders/" + workOrder(id);
        assertThat(partner.get(page).json().at("/contact/phone").asText()).isEqualTo("139****5678");
        assertThat(partner.post(page + "/contact", Map.of()).json().get("phone").asText())
                .isEqualTo(PHONE);
    }

    @Test
    void ofTheCustomersContactsTheNameIsEnough() {
        var usual = seller.get("/api/customers/" + CUSTOMER).json().at("/contacts/0");
        var order = place("vpmn", Map.of("name", usual.get("name").asText()));
        assertThat(order.at("/contact/phoneMasked")).isEqualTo(usual.get("phoneMasked"));
        var none = place("vpmn", null);
        assertThat(none.get("contact").isNull()).isTrue();
        assertThat(reveal("account-manager.nanjing", none.get("id").asText())).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 13912345678, contact.name, name whom to call",
        "李工, 12345, contact.phone, a mobile number of 11 digits",
        "李工, '', contact.phone, no such contact with a number",
    })
    void whatIsWrongIsNamedAtItsField(String name, String phone, String field, String message) {
        var refused = seller.post("/api/orders", order("vpmn", Map.of("name", name, "phone", phone)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors")).hasSize(1);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(refused.json().at("/errors/0/message").asText()).contains(message);
    }

    private JsonNode place(String product, Map<String, String> contact) {
        var answer = seller.post("/api/orders", order(product, contact));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static Map<String, Object> order(String product, Map<String, String> contact) {
        var items = List.of(Map.of("offeringId", product, "action", "add", "quantity", 1));
        return contact == null
                ? Map.of("customerId", CUSTOMER, "items", items)
                : Map.of("customerId", CUSTOMER, "items", items, "contact", contact);
    }

    private String workOrder(String orderId) {
        return seller.get("/api/orders/" + orderId)
                .json()
                .at("/serviceOrders/0/workOrders/0/id")
                .asText();
    }

    private static int reveal(String person, String orderId) {
        return Caller.as(person)
                .post("/api/orders/" + orderId + "/contact", Map.of())
                .status();
    }
}
