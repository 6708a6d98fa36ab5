package esop.provisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be decided about a fallout. */
public final class FalloutAnswers {

    /** They take something back: whoever skips one or rolls it back would leave the thing standing. */
    private static final Set<String> UNDOING = Set.of(
            "release",
            "withdraw",
            "deactivate",
            "dismantle",
            "close",
            "uninstall",
            PartnerVisits.CALL_OFF,
            Registrations.UNDO);

    private static final Set<String> WITHOUT_CHARACTERISTICS =
            Set.of(PartnerVisits.STEP, SignOffChecks.STEP, Registrations.STEP);

    static final String GO_BACK = "roll-back-to";

    private static final Set<String> NEEDING_APPROVAL =
            Set.of("skip", "roll-back-item", GO_BACK, "renew", "roll-back-order");

    private FalloutAnswers() {}

    /**
     * @param generation of the step, 0 where nothing was sent
     * @param canGoBack whether an earlier step of its service order took effect
     */
    public static List<String> to(String state, String step, int generation, boolean canGoBack) {
        if (!state.equals("open")) {
            return List.of();
        }
        var answers = new ArrayList<>(List.of("retry"));
        if (isCorrectable(step, generation)) {
            answers.add("correct");
        }
        answers.add("manual");
        if (generation > 0 && !UNDOING.contains(step)) {
            // What the CRM is told at the end is about services that are there: they are not skipped, and not opened
            // anew.
            if (!step.equals(Registrations.STEP)) {
                answers.addAll(List.of("skip", "roll-back-item"));
                if (canGoBack) {
                    answers.add(GO_BACK);
                }
                answers.add("renew");
            }
            answers.add("roll-back-order");
        }
        answers.add("abort");
        return List.copyOf(answers);
    }

    /** Whether what was decided ends what its path does, instead of going on with it. */
    static boolean givesUp(@Nullable String resolution) {
        return "abort".equals(resolution) || "roll-back-order".equals(resolution) || takesBack(resolution);
    }

    /** Whether the service order itself is rolled back, all of it or to a step. */
    static boolean takesBack(@Nullable String resolution) {
        return "roll-back-item".equals(resolution) || GO_BACK.equals(resolution) || "renew".equals(resolution);
    }

    /** Whether somebody else than the person who decides so must agree. */
    static boolean needsApproval(String action) {
        return NEEDING_APPROVAL.contains(action);
    }

    /** Where nothing was sent, or nothing that says how the product is to be, there is nothing to correct. */
    static boolean isCorrectable(String step, int generation) {
        return generation > 0 && !UNDOING.contains(step) && !WITHOUT_CHARACTERISTICS.contains(step);
    }
}
