package esop.provisioning;

import java.util.List;

/** What may be decided about a fallout. */
public final class FalloutAnswers {

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

    /** Where nothing was sent, or only a release, there is nothing to correct. */
    static boolean isCorrectable(String step, int generation) {
        return generation > 0 && !step.equals("release");
    }
}
