package esop.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import esop.EsopTest;
import esop.catalog.Catalog;
import esop.ordering.ProductOrder.Item;
import esop.workflow.Decisions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class OrderDecompositionDecisionTests {

    @Autowired
    private Decomposition decomposition;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vpmn            | add    | vpmn 0 []",
                "vpmn            | delete | vpmn 0 []",
                "leased-line     | modify | leased-line 0 []",
                "idc-hosting     | add    | idc-hosting 0 []",
                "adc             | add    | adc 0 []",
                "mobile-mail     | add    | mobile-mail 0 []",
                "mas             | delete | mas 0 []",
                "cross-province-line | add | cross-province-line 0 []",
                "enterprise-pack | add    | leased-line 0 [], vpmn 1 [0], adc 2 [1]",
                "enterprise-pack | modify | leased-line 0 [], vpmn 1 [0], adc 2 [1]",
                "enterprise-pack | delete | adc 0 [], vpmn 1 [0], leased-line 2 [1]",
                "never-heard-of  | add    | ",
            })
    void aProductAndAnActionComeToTheseServiceOrders(String product, String action, String expected) {
        var parts =
                decomposition.of(item(product, action, 1, Map.of()), "province").services();
        assertThat(parts.stream()
                        .map(part -> part.product() + " " + part.level() + " " + part.dependsOn())
                        .toList())
                .isEqualTo(expected == null ? List.of() : List.of(expected.split(", (?=[a-z])")));
    }

    @Test
    void aComponentTakesOverWhatItKnowsOfItsBundleAndItsOwnDefaults() {
        var parts = decomposition
                .of(
                        item(
                                "enterprise-pack",
                                "add",
                                1,
                                Map.of("bandwidth", "500M", "memberCount", 80, "installAddress", "泊云路 66 号")),
                        "province")
                .services();
        assertThat(parts.get(0).characteristics())
                .containsEntry("bandwidth", "500M")
                .containsEntry("installAddress", "泊云路 66 号")
                .containsEntry("ipCount", 1)
                .doesNotContainKey("memberCount");
        assertThat(parts.get(1).characteristics())
                .containsEntry("memberCount", 80)
                .doesNotContainKey("bandwidth");
    }

    @Test
    void whatTheFirstLevelSendsDownIsOpenedHere() {
        var parts = decomposition
                .of(
                        item("cross-province-line", "add", 1, Map.of("bandwidth", "200M", "remoteProvince", "anhui")),
                        "first-level")
                .services();
        assertThat(parts).extracting(Decomposition.Part::product).containsExactly("leased-line");
        assertThat(parts.get(0).characteristics())
                .containsEntry("bandwidth", "200M")
                .containsEntry("ipCount", 1)
                .doesNotContainKey("remoteProvince");
    }

    @Test
    void eachPieceIsAServiceOrderOfItsOwn() {
        assertThat(decomposition
                        .of(item("leased-line", "add", 3, Map.of()), "province")
                        .services())
                .hasSize(3);
        var packs = decomposition
                .of(item("enterprise-pack", "add", 2, Map.of()), "province")
                .services();
        assertThat(packs)
                .extracting(Decomposition.Part::dependsOn)
                .containsExactly(List.of(), List.of(0), List.of(1), List.of(), List.of(3), List.of(4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vpmn            | 1 | province    | vpmn [0]",
                "leased-line     | 2 | province    | leased-line [0], leased-line [1]",
                "enterprise-pack | 1 | province    | leased-line [0], vpmn [1], adc [2]",
                "cross-province-line | 1 | province | cross-province-line [0]",
                "cross-province-line | 1 | first-level | cross-province-line [0]",
            })
    void aCustomerSubscribesToEachProductButNotToItsBundle(
            String product, int quantity, String source, String expected) {
        assertThat(decomposition
                        .of(item(product, "add", quantity, Map.of()), source)
                        .subscriptions())
                .extracting(subscribed -> subscribed.product() + " " + subscribed.services())
                .containsExactly(expected.split(", (?=[a-z])"));
    }

    @Test
    void whatAProductIsMadeOfIsCoveredByItsSubscription(@Autowired Catalog catalog) {
        var covering = new Decomposition(
                table(Map.of(
                        "enterprise-pack", List.of(row("subscription", "", 0, ""), row("product", "vpmn", 0, "")),
                        "vpmn", List.of(row("subscription", "", 0, ""), row("service", "vpmn", 0, "")))),
                catalog);

        assertThat(covering.of(item("enterprise-pack", "add", 1, Map.of()), "province")
                        .subscriptions())
                .extracting(Decomposition.Subscribed::product)
                .containsExactly("enterprise-pack");
    }

    @Test
    void aBundleInsideABundleKeepsItsLevelsAndDependencies(@Autowired Catalog catalog) {
        var nested = new Decomposition(
                table(Map.of(
                        "group-pack",
                                List.of(
                                        row("product", "enterprise-pack", 0, ""),
                                        row("service", "adc", 2, "enterprise-pack")),
                        "enterprise-pack",
                                List.of(row("service", "leased-line", 0, ""), row("product", "vpmn", 1, "leased-line")),
                        "vpmn", List.of(row("service", "vpmn", 0, "")))),
                catalog);

        assertThat(nested.of(item("group-pack", "add", 1, Map.of()), "province").services())
                .extracting(part -> part.product() + " " + part.level() + " " + part.dependsOn())
                .containsExactly("leased-line 0 []", "vpmn 1 [0]", "adc 2 [0, 1]");
    }

    @Test
    void aBundleThatContainsItselfIsNamedAsTheObstacle(@Autowired Catalog catalog) {
        var circular = new Decomposition(
                table(Map.of(
                        "enterprise-pack", List.of(row("product", "adc", 0, "")),
                        "adc", List.of(row("product", "enterprise-pack", 0, ""), row("service", "adc", 0, "")))),
                catalog);
        var pack = item("enterprise-pack", "add", 1, Map.of());

        assertThat(circular.obstacle(pack, "province")).hasValue("decomposition-circle enterprise-pack");
        assertThatThrownBy(() -> circular.of(pack, "province")).isInstanceOf(IllegalStateException.class);
        assertThat(decomposition.obstacle(pack, "province")).isEmpty();
        assertThat(decomposition.obstacle(item("never-heard-of", "add", 1, Map.of()), "province"))
                .hasValue("no-decomposition never-heard-of");
    }

    /** The table as somebody might write it. */
    private static Decisions table(Map<String, List<Map<String, Object>>> rows) {
        return (decision, facts) -> new Decisions.Explained(
                decision, 1, List.of(), Map.of(), rows.getOrDefault(facts.get("product"), List.of()));
    }

    private static Map<String, Object> row(String kind, String product, int level, String dependsOn) {
        return Map.of("kind", kind, "product", product, "level", level, "dependsOn", dependsOn);
    }

    private static Item item(String product, String action, int quantity, Map<String, Object> characteristics) {
        return new Item(
                "PO-1",
                product,
                product,
                product,
                action,
                quantity,
                ProductOrderState.ACKNOWLEDGED,
                characteristics,
                null);
    }
}
