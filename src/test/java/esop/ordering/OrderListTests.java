package esop.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import esop.Caller;
import esop.EsopTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

@EsopTest
class OrderListTests {

    private static final String NANJING = "C320100003";
    private static final String SUZHOU = "C320200002";

    private Caller nanjing;
    private Caller suzhou;

    @BeforeEach
    void signOn() {
        nanjing = Caller.as("account-manager.nanjing").with("Accept-Language", "zh-CN");
        suzhou = Caller.as("account-manager.suzhou").with("Accept-Language", "zh-CN");
    }

    @Test
    void anOrderOfAnotherCityLooksLikeOneThatDoesNotExist() {
        var id = place(nanjing, NANJING, "普通");
        for (var path : List.of("", "/timeline", "/calls")) {
            var others = suzhou.get("/api/orders/" + id + path);
            var unknown = suzhou.get("/api/orders/PO20990101000001" + path);
            assertThat(others.status()).isEqualTo(404);
            assertThat(others.body().replace(id, "X")).isEqualTo(unknown.body().replace("PO20990101000001", "X"));
            assertThat(nanjing.get("/api/orders/" + id + path).status()).isEqualTo(200);
        }
        assertThat(suzhou.get("/api/orders?q=" + id).json().get("total").asInt())
                .isZero();
        assertThat(suzhou.get("/api/orders?q=" + id + "&city=nanjing")
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(suzhou.get("/api/orders/export?q=" + id).body().lines()).hasSize(1);
        assertThat(Caller.as("manager")
                        .get("/api/orders?q=" + id)
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void everyFilterNarrowsTheList() {
        var id = place(nanjing, NANJING, "过滤");
        var today = LocalDate.now(OrderCheck.PROVINCE);
        for (var fits : List.of(
                "q=" + id,
                "q=" + id.toLowerCase(),
                "q=" + NANJING.toLowerCase(),
                "customer=" + NANJING,
                "city=nanjing",
                "product=vpmn",
                "from=" + today,
                "to=" + today,
                "from=" + today + "&to=" + today,
                "late=false",
                "category=subscription",
                "category=subscription&late=false&product=vpmn",
                "state=acknowledged,inProgress,held,completed,failed")) {
            assertThat(ids("/api/orders?size=200&sort=created,desc&" + fits))
                    .as(fits)
                    .contains(id);
        }
        for (var misses : List.of(
                "q=不存在的客户",
                "customer=C999",
                "city=wuxi",
                "product=leased-line",
                "from=" + today.plusDays(1),
                "to=" + today.minusDays(1),
                "late=true",
                "category=change",
                "category=cancellation&product=vpmn",
                "state=rejected,cancelled")) {
            assertThat(ids("/api/orders?size=200&" + misses)).as(misses).doesNotContain(id);
        }
    }

    @Test
    void pagesAndOrderAreAskedFor() {
        var first = place(nanjing, NANJING, "1");
        var second = place(nanjing, NANJING, "2");
        assertThat(ids("/api/orders?size=2&customer=" + NANJING)).containsExactly(second, first);
        assertThat(ids("/api/orders?size=1&page=1&customer=" + NANJING)).containsExactly(first);
        assertThat(ids("/api/orders?size=200&sort=created,asc&customer=" + NANJING))
                .containsSubsequence(first, second);
        assertThat(nanjing.get("/api/orders?size=100000").json().get("size").asInt())
                .isEqualTo(200);
        for (var wrong : List.of(
                "sort=note",
                "sort=created;drop",
                "state=lost",
                "category=other",
                "from=yesterday",
                "late=perhaps",
                "page=x")) {
            assertThat(nanjing.get("/api/orders?" + wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void anExportIsOpenedBySpreadsheetsAndRunsNothing() {
        place(nanjing, NANJING, "=1+1, \"quoted\"\n下一行");
        var csv = nanjing.get("/api/orders/export?format=csv&customer=" + NANJING);

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("attachment").contains(".csv");
        assertThat(csv.body()).startsWith("\uFEFF订单编号,状态,");
        assertThat(csv.body()).contains("\"'=1+1, \"\"quoted\"\"\n下一行\"").contains("订购 集团短号网");
        var english = Caller.as("account-manager.nanjing").with("Accept-Language", "en");
        assertThat(english.get("/api/orders/export?customer=" + NANJING).body())
                .startsWith("\uFEFFOrder,State,")
                .contains("Add VPMN group calling");
        assertThat(nanjing.get("/api/orders/export?format=pdf").status()).isEqualTo(400);
        assertThat(nanjing.get("/api/orders/export?state=lost").status()).isEqualTo(400);
    }

    @Test
    void anExcelExportHoldsTheSameRows() throws Exception {
        var id = place(nanjing, NANJING, "+合计");
        var request =
                nanjing.request("/api/orders/export?format=xlsx&q=" + id).GET().build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        var parts = HtmlUtils.htmlUnescape(unzipped(answer.body()).replace("&apos;", "'"));
        assertThat(parts).contains(id).contains("'+合计").contains("订单编号").doesNotContain("<f>");
    }

    private static String unzipped(byte[] file) throws IOException {
        var saved = Files.createTempFile("orders", ".xlsx");
        try {
            Files.write(saved, file);
            var text = new StringBuilder();
            try (var zip = new ZipFile(saved.toFile())) {
                for (var entry : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return text.toString();
        } finally {
            Files.delete(saved);
        }
    }

    private List<String> ids(String path) {
        var answer = nanjing.get(path.replace("不存在的客户", "%E6%97%A0"));
        assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
        return answer.json().get("items").findValuesAsText("id");
    }

    private static String place(Caller person, String customer, String note) {
        var answer = person.post(
                "/api/orders",
                Map.of(
                        "customerId",
                        customer,
                        "items",
                        List.of(Map.of("offeringId", "vpmn", "action", "add")),
                        "note",
                        note));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asText();
    }
}
