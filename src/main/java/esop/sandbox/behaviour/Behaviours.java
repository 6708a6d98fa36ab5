package esop.sandbox.behaviour;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people set, per system. */
@Repository
public class Behaviours {

    private final JdbcClient jdbc;

    Behaviours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Behaviour of(String system) {
        return all().getOrDefault(system, Behaviour.USUAL);
    }

    public Map<String, Behaviour> all() {
        var all = new TreeMap<String, Behaviour>();
        jdbc.sql("SELECT system, answer_after_ms, manual, monitor FROM sandbox.behaviour")
                .query(row -> {
                    all.put(
                            row.getString("system"),
                            new Behaviour(
                                    row.getInt("answer_after_ms"),
                                    row.getBoolean("manual"),
                                    row.getBoolean("monitor")));
                });
        return all;
    }

    public void set(String system, Behaviour behaviour) {
        jdbc.sql("""
                        INSERT INTO sandbox.behaviour (system, answer_after_ms, manual, monitor)
                        VALUES (:system, :after, :manual, :monitor)
                        ON CONFLICT (system) DO UPDATE
                           SET answer_after_ms = excluded.answer_after_ms,
                               manual = excluded.manual,
                               monitor = excluded.monitor
                        """)
                .param("system", system)
                .param("after", behaviour.answerAfterMs())
                .param("manual", behaviour.manual())
                .param("monitor", behaviour.monitor())
                .update();
    }
}
