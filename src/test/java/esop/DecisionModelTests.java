package esop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every decision table: small, in FEEL, complete where its outcome is needed. */
class DecisionModelTests {

    private static final int MOST_RULES = 30;

    static List<Path> tables() {
        return Models.files("decisions", ".dmn");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theDecisionIsNamedAfterItsFileAndCanBeParsed(Path file) {
        var model = Dmn.readModelFromFile(file.toFile());
        assertThat(model.getModelElementsByType(Decision.class))
                .extracting(Decision::getId)
                .contains(Models.name(file));
        assertThat(DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
                        .buildEngine()
                        .parseDecisions(model))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void itSpeaksFeelAndFitsOnAPage(Path file) {
        assertThat(Models.text(file)).doesNotContain("expressionLanguage=", "juel", "javascript", "groovy");
        for (var table : Dmn.readModelFromFile(file.toFile()).getModelElementsByType(DecisionTable.class)) {
            assertThat(table.getRules()).hasSizeLessThanOrEqualTo(MOST_RULES);
        }
    }

    /** Whoever asks a table that picks one row gets one. */
    @ParameterizedTest
    @MethodSource("tables")
    void aTableThatTakesTheFirstRowEndsWithOneForEverything(Path file) {
        for (var table : Dmn.readModelFromFile(file.toFile()).getModelElementsByType(DecisionTable.class)) {
            if (table.getHitPolicy() == HitPolicy.FIRST) {
                var rules = List.copyOf(table.getRules());
                Rule last = rules.get(rules.size() - 1);
                assertThat(last.getInputEntries())
                        .as("last row of " + file)
                        .allMatch(entry -> entry.getTextContent().isBlank()
                                || entry.getTextContent().strip().equals("-"));
            }
        }
    }
}
