package esop.workflow.action;

import esop.web.ConflictException;
import esop.web.Texts;
import esop.workflow.OutsideEffects;
import esop.workflow.OutsideEffects.Effect;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an instance, with all it called, has done outside of the house. */
@Component
class EffectsSince {

    private final JdbcClient jdbc;
    private final List<OutsideEffects> sources;

    EffectsSince(JdbcClient jdbc, List<OutsideEffects> sources) {
        this.jdbc = jdbc;
        this.sources = sources;
    }

    /** @throws ConflictException with what would have to be undone first */
    void refuseIfAny(String instanceId, Instant since) {
        var effects = since(instanceId, since);
        if (!effects.isEmpty()) {
            var about = effects.stream().map(Effect::businessKey).distinct().collect(Collectors.joining(", "));
            throw new ConflictException(
                    Texts.get("workflow.action.left-the-house", about), Map.<String, Object>of("undo", effects));
        }
    }

    private List<Effect> since(String instanceId, Instant since) {
        var keys =
                jdbc.sql("""
                        WITH RECURSIVE family AS (
                            SELECT i.id, i.business_key FROM workflow.instance i WHERE i.id = :instance
                            UNION ALL
                            SELECT i.id, i.business_key FROM workflow.instance i JOIN family ON i.parent_id = family.id
                        )
                        SELECT DISTINCT business_key FROM family WHERE business_key IS NOT NULL
                        """).param("instance", instanceId).query(String.class).list();
        return sources.stream()
                .flatMap(source -> source.since(keys, since).stream())
                .toList();
    }
}
