package esop.opportunity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be known of an opportunity, and at which stage it is asked (ESOP 6.1.1, 6.3.1.1). */
enum Fact {
    CUSTOMER_WILLING("customerWilling", Stage.DISCOVERY, Type.FLAG),
    BUDGET("budget", Stage.DISCOVERY, "confirmed", "planned", "none"),
    TIME_WISH("timeWish", Stage.DISCOVERY, Type.TEXT),
    OWN_RESOURCES("ownResources", Stage.DISCOVERY, "sufficient", "partly", "insufficient"),
    DISCOVERY_NOTE("discoveryNote", Stage.DISCOVERY, Type.TEXT),
    NEED_CLEAR("needClear", Stage.REQUIREMENT, Type.FLAG),
    NEED_DETAIL("needDetail", Stage.REQUIREMENT, Type.TEXT),
    SOLUTION_EXISTS("solutionExists", Stage.REQUIREMENT, Type.FLAG),
    CONTACT_VISITED("contactVisited", Stage.REQUIREMENT, Type.FLAG),
    RAISER_VISITED("raiserVisited", Stage.REQUIREMENT, Type.FLAG),
    COMPETITION("competition", Stage.REQUIREMENT, "none", "known"),
    COMPETITORS("competitors", Stage.REQUIREMENT, Type.TEXT),
    DECISION_MAKER_ACCEPTS("decisionMakerAccepts", Stage.SOLUTION, Type.FLAG),
    COST_ANALYSIS("costAnalysis", Stage.SOLUTION, Type.TEXT),
    COST_AMOUNT("costAmount", Stage.SOLUTION, Type.NUMBER),
    PAYBACK_MONTHS("paybackMonths", Stage.SOLUTION, Type.NUMBER),
    SOCIAL_BENEFIT("socialBenefit", Stage.SOLUTION, Type.TEXT),
    RISK_ANALYSIS("riskAnalysis", Stage.SOLUTION, Type.TEXT),
    COMPETITIVE_STRATEGY("competitiveStrategy", Stage.SOLUTION, Type.TEXT),
    COMPETITIVE_BENEFIT("competitiveBenefit", Stage.SOLUTION, Type.TEXT),
    TRIAL("trial", Stage.SOLUTION, "none", "planned", "done"),
    TRIAL_RESULT("trialResult", Stage.SOLUTION, Type.TEXT),
    REQUESTED_DATE("requestedDate", Stage.ORDER, Type.DATE),
    ORDER_NOTE("orderNote", Stage.ORDER, Type.TEXT);

    enum Type {
        FLAG,
        TEXT,
        NUMBER,
        DATE,
        CHOICE
    }

    static final int LONGEST = 2_000;

    private final String key;
    private final Stage stage;
    private final Type type;
    private final List<String> choices;

    Fact(String key, Stage stage, Type type) {
        this.key = key;
        this.stage = stage;
        this.type = type;
        this.choices = List.of();
    }

    Fact(String key, Stage stage, String... choices) {
        this.key = key;
        this.stage = stage;
        this.type = Type.CHOICE;
        this.choices = List.of(choices);
    }

    String key() {
        return key;
    }

    Stage stage() {
        return stage;
    }

    Type type() {
        return type;
    }

    List<String> choices() {
        return choices;
    }

    static Optional<Fact> named(String key) {
        return Arrays.stream(values()).filter(fact -> fact.key.equals(key)).findFirst();
    }

    /** Those a stage asks for; {@code quick} asks for those of the first three. */
    static Stream<Fact> of(String stage) {
        return Arrays.stream(values()).filter(fact -> stages(stage).contains(fact.stage));
    }

    static List<Stage> stages(String word) {
        return word.equals("quick")
                ? List.of(Stage.DISCOVERY, Stage.REQUIREMENT, Stage.SOLUTION)
                : List.of(Stage.of(word));
    }

    boolean accepts(@Nullable Object value) {
        if (value == null) {
            return true;
        }
        return switch (type) {
            case FLAG -> value instanceof Boolean;
            case NUMBER -> value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() < 1e12;
            case TEXT -> value instanceof String text && text.length() <= LONGEST && text.indexOf('\0') < 0;
            case DATE -> value instanceof String text && (text.isEmpty() || isDate(text));
            case CHOICE -> value instanceof String text && (text.isEmpty() || choices.contains(text));
        };
    }

    private static boolean isDate(String text) {
        try {
            java.time.LocalDate.parse(text);
            return true;
        } catch (java.time.format.DateTimeParseException wrong) {
            return false;
        }
    }
}
