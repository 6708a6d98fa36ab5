package esop.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import esop.ordering.ProductOrder.Item;
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
                "enterprise-pack | add    | leased-line 0 [], vpmn 1 [0]",
                "enterprise-pack | modify | leased-line 0 [], vpmn 1 [0]",
                "enterprise-pack | delete | vpmn 0 [], leased-line 1 [0]",
                "adc             | add    | ",
            })
    void aProductAndAnActionComeToTheseServiceOrders(String product, String action, String expected) {
        var parts = decomposition.of(item(product, action, 1, Map.of()));
        assertThat(parts.stream()
                        .map(part -> part.product() + " " + part.level() + " " + part.dependsOn())
                        .toList())
                .isEqualTo(expected == null ? List.of() : List.of(expected.split(", (?=[a-z])")));
    }

    @Test
    void aComponentTakesOverWhatItKnowsOfItsBundleAndItsOwnDefaults() {
        var parts = decomposition.of(item(
                "enterprise-pack",
                "add",
                1,
                Map.of("bandwidth", "500M", "memberCount", 80, "installAddress", "泊云路 66 号")));
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
    void eachPieceIsAServiceOrderOfItsOwn() {
        assertThat(decomposition.of(item("leased-line", "add", 3, Map.of()))).hasSize(3);
        var packs = decomposition.of(item("enterprise-pack", "add", 2, Map.of()));
        assertThat(packs)
                .extracting(Decomposition.Part::dependsOn)
                .containsExactly(List.of(), List.of(0), List.of(), List.of(2));
    }

    private static Item item(String product, String action, int quantity, Map<String, Object> characteristics) {
        return new Item(
                "PO-1", product, product, product, action, quantity, ProductOrderState.ACKNOWLEDGED, characteristics);
    }
}
