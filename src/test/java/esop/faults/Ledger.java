package esop.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import esop.faults.Province.Effect;
import java.util.Collection;
import java.util.List;

/** The judge: what the systems were asked and have done, whatever ESOP says of it, by external id and never by key. */
record Ledger(List<Effect> entries) {

    static Ledger of(Province province) {
        return new Ledger(province.effects());
    }

    List<Effect> effectsOf(Collection<String> ids) {
        return about(ids).stream()
                .filter(entry -> entry.applied().equals("yes"))
                .toList();
    }

    /**
     * One effect for each call and none beyond them. A system that knows its keys would hide a repetition, another would
     * not: so even a repetition that was answered from memory counts as one.
     *
     * @param ids of an order and all that was made of it
     * @param calls as external ids
     */
    void showsOnceEach(Collection<String> ids, Collection<String> calls) {
        var effects = effectsOf(ids).stream().collect(groupingBy(Effect::externalId, counting()));
        assertThat(effects.keySet()).as("effects of " + ids).containsExactlyInAnyOrderElementsOf(calls);
        assertThat(effects.values()).as("effects of " + ids + ": " + effects).containsOnly(1L);
        assertThat(about(ids))
                .as("sent again after it had taken effect")
                .noneMatch(entry ->
                        entry.applied().equals("duplicate") || entry.applied().equals("conflict"));
    }

    private List<Effect> about(Collection<String> ids) {
        return entries.stream()
                .filter(entry -> ids.contains(entry.externalId().split(":")[0]))
                .toList();
    }
}
