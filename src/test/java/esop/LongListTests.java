package esop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Lists with more rows than are counted, and than one may page through; the limit is low here. */
@EsopTest
class LongListTests {

    static final int LIMIT = 2_000;

    /** As shipped. */
    private static final int STEP = 500;

    private static final int ORDERS = LIMIT + 10;
    private static final String NORTH = "/tmf-api/productOrderingManagement/v4/productOrder";

    private final Caller wuxi = Caller.as("operations.wuxi").with("Accept-Language", "zh-CN");
    private final Caller seller = Caller.as("account-manager.wuxi").with("Accept-Language", "zh-CN");

    /** Orders of long ago, so that they are behind what other tests enter. Every hundredth is another customer's. */
    @BeforeAll
    static void writeThePast(@Autowired ApplicationContext migrated) {
        owner("""
                INSERT INTO ordering.product_order
                    (id, city, category, priority, customer_id, customer_name, customer_level, receiver, receiver_name, created, due, state,
                     completed, offering_ids, search)
                SELECT 'LONG' || lpad(n::text, 6, '0'), 'wuxi', 'subscription', 2, 'CLONG' || (mod(n, 100) = 0),
                    CASE WHEN mod(n, 100) = 0 THEN '长列表澄湖医院' ELSE '长列表旧客户' END, 'B', 'account-manager.wuxi', '客户经理',
                    timestamptz '2011-01-01' + n * interval '1 minute', timestamptz '2011-03-01', 'completed', '2011-02-01', '{vpmn}', ''
                FROM generate_series(1, %d) n
                """.formatted(ORDERS));
        owner("""
                UPDATE ordering.product_order SET search = lower(concat_ws(E'\\n', id, customer_id, customer_name)) WHERE id LIKE 'LONG%'
                """);
        owner("""
                INSERT INTO ordering.product_order_item
                    (id, order_id, position, city, offering_id, offering_name, offering_name_en, action, quantity, state, characteristics)
                SELECT id || '-1', id, 0, city, 'vpmn', 'vpmn', 'vpmn', 'add', 1, 'completed', '{}' FROM ordering.product_order
                WHERE id LIKE 'LONG%'
                """);
        owner("""
                INSERT INTO ordering.ordered_product (id, product, city, created)
                SELECT id, 'vpmn', city, created FROM ordering.product_order WHERE id LIKE 'LONG%'
                """);
        owner("""
                INSERT INTO web.searchable (kind, id, city, content)
                SELECT 'order', id, city, search FROM ordering.product_order WHERE id LIKE 'LONG%'
                """);
        owner("""
                INSERT INTO workflow.instance
                    (id, process, process_name, process_name_en, definition_id, business_key, root_id, root_business_key, city, started, ended,
                     state)
                SELECT id, 'order', '订单', 'Order', 'order:1', id, id, id, city, created, completed, 'completed'
                FROM ordering.product_order WHERE id LIKE 'LONG%'
                """);
    }

    @AfterAll
    static void forgetIt() {
        owner("DELETE FROM workflow.instance WHERE id LIKE 'LONG%'");
        owner("DELETE FROM web.searchable WHERE id LIKE 'LONG%'");
        owner("DELETE FROM ordering.ordered_product WHERE id LIKE 'LONG%'");
        owner("DELETE FROM ordering.product_order_item WHERE order_id LIKE 'LONG%'");
        owner("DELETE FROM ordering.product_order WHERE id LIKE 'LONG%'");
    }

    @Test
    void aLongListIsCountedAStepAheadAndAShortOneExactly() {
        for (var list : List.of(
                "/api/orders?",
                "/api/orders?product=vpmn",
                "/api/orders?state=completed&product=vpmn",
                "/api/orders?late=false")) {
            counted(seller.get(list + "&size=20"), STEP, true);
            counted(seller.get(list + "&size=20&page=49"), 3 * STEP, true);
            counted(seller.get(list + "&size=20&page=99"), LIMIT, true);
        }
        counted(wuxi.get("/api/instances?process=order"), STEP, true);
        counted(wuxi.get("/api/instances?process=order&size=200&page=9"), LIMIT, true);
        for (var size : List.of(3, 20)) {
            counted(seller.get("/api/orders?customer=CLONGtrue&size=" + size), ORDERS / 100, false);
        }
    }

    private static void counted(Caller.Answer answer, int total, boolean atLeast) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("total").asInt()).isEqualTo(total);
        assertThat(answer.json().get("totalIsAtLeast").asBoolean()).isEqualTo(atLeast);
    }

    @Test
    void pagesGoAsFarAsTheLimitAndTheRestIsSaidHowToGet() {
        counted(seller.get("/api/orders?customer=CLONGfalse&size=200&page=9"), ORDERS - ORDERS / 100, false);
        assertThat(ids("/api/orders?customer=CLONGfalse&size=200&page=9")).hasSize(ORDERS - ORDERS / 100 - 1800);
        assertThat(ids("/api/orders?size=20&page=99"))
                .hasSize(20)
                .doesNotContainAnyElementsOf(ids("/api/orders?size=20&page=98"));

        var beyond = seller.get("/api/orders?size=20&page=100");
        assertThat(beyond.status()).isEqualTo(400);
        assertThat(beyond.json().get("detail").asText()).contains("2,000", "导出");
        assertThat(seller.with("Accept-Language", "en")
                        .get("/api/orders?size=20&page=100")
                        .json()
                        .get("detail")
                        .asText())
                .contains("2,000", "export");
        assertThat(wuxi.get("/api/instances?size=200&page=10").status()).isEqualTo(400);
        assertThat(wuxi.get("/api/tasks?view=group&size=200&page=10").status()).isEqualTo(400);
    }

    @Test
    void anExportHasEveryRow() {
        assertThat(seller.get("/api/orders/export?customer=CLONGfalse").body().lines())
                .hasSize(1 + ORDERS - ORDERS / 100);
        assertThat(seller.get("/api/orders/export?q=长列表&product=vpmn").body().lines())
                .hasSize(1 + ORDERS);
    }

    @Test
    void anyFragmentIsFoundHoweverManyHaveIt() {
        counted(seller.get("/api/orders?q=长列表"), STEP, true);
        assertThat(ids("/api/orders?q=长列表")).hasSize(20).startsWith(id(ORDERS), id(ORDERS - 1));
        // Of a city whose newest orders have it not, and of all.
        counted(Caller.as("manager").get("/api/orders?q=旧客户"), STEP, true);

        assertThat(ids("/api/orders?q=澄湖")).containsExactly(ofTheHospital());
        assertThat(ids("/api/orders?q=澄")).containsExactly(ofTheHospital());
        assertThat(ids("/api/orders?q=表澄湖医&state=completed&product=vpmn")).containsExactly(ofTheHospital());
        assertThat(ids("/api/orders?q=ong000777")).containsExactly(id(777));
        assertThat(ids("/api/orders?q=长列表&customer=CLONGtrue")).containsExactly(ofTheHospital());
        assertThat(ids("/api/orders?q=澄湖旧")).isEmpty();
        assertThat(ids("/api/orders?q=%25")).isEmpty();
    }

    @Test
    void neitherSearchNorTotalTellsOfAnotherCity() {
        var nanjing = Caller.as("account-manager.nanjing");
        for (var query :
                List.of("q=长列表", "q=澄湖", "q=LONG000777", "customer=CLONGtrue", "q=澄湖&product=vpmn", "q=澄湖&city=wuxi")) {
            var found = nanjing.get("/api/orders?" + query).json();
            assertThat(found.get("items")).as(query).isEmpty();
            assertThat(found.get("total").asInt()).as(query).isZero();
            assertThat(found.get("totalIsAtLeast").asBoolean()).as(query).isFalse();
        }
        assertThat(Caller.as("manager")
                        .get("/api/orders?q=澄湖")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(ORDERS / 100);
    }

    @Test
    void otherSystemsAreToldATotalOnlyWhereItIsKnown() {
        var client = Caller.as("web-client");
        var many = client.get(NORTH + "?limit=5");
        assertThat(many.response().headers().firstValue("X-Total-Count")).isEmpty();
        assertThat(many.header("X-Result-Count")).isEqualTo("5");
        assertThat(client.get(NORTH + "?limit=5&relatedParty.id=CLONGtrue").header("X-Total-Count"))
                .isEqualTo(String.valueOf(ORDERS / 100));
        assertThat(client.get(NORTH + "?offset=" + LIMIT).status()).isEqualTo(400);
    }

    private List<String> ids(String list) {
        return StreamSupport.stream(seller.get(list).json().get("items").spliterator(), false)
                .map(item -> item.get("id").asText())
                .toList();
    }

    private static String[] ofTheHospital() {
        return IntStream.iterate(ORDERS / 100, n -> n > 0, n -> n - 1)
                .mapToObj(n -> id(n * 100))
                .toArray(String[]::new);
    }

    private static String id(int number) {
        return "LONG%06d".formatted(number);
    }

    private static void owner(String sql) {
        var database = TestEnvironment.database();
        JdbcClient.create(new DriverManagerDataSource(database.url(), database.username(), database.password()))
                .sql(sql)
                .update();
    }
}
