package esop.provisioning;

import java.util.List;
import java.util.Set;

/** What may be decided about a fallout. */
public final class FalloutAnswers {

    private static final Set<String> WITHOUT_CHARACTERISTICS = Set.of(
            "release",
            "withdraw",
            "deactivate",
            "dismantle",
            "close",
            "uninstall",
            PartnerVisits.STEP,
            PartnerVisits.CALL_OFF,
            SignOffChecks.STEP);

    private FalloutAnswers() {}

    /** @param generation of the step, 0 where nothing was sent */
    public static List<String> to(String state, String step, int generation) {
        if (!state.equals("open")) {
            return List.of();
        }
        return isCorrectable(step, generation)
                ? List.of("retry", "correct", "manual", "abort")
                : List.of("retry", "manual", "abort");
    }

    /** Where nothing was sent, or nothing that says how the product is to be, there is nothing to correct. */
    static boolean isCorrectable(String step, int generation) {
        return generation > 0 && !WITHOUT_CHARACTERISTICS.contains(step);
    }
}
