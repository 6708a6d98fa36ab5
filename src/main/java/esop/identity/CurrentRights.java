package esop.identity;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody's rights as they are now: one look at the version per request, the rest only after a change. */
@Component
public class CurrentRights {

    private final JdbcClient jdbc;
    private final PeopleRepository people;
    private final Map<String, Rights> known = new ConcurrentHashMap<>();

    CurrentRights(JdbcClient jdbc, PeopleRepository people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** Nobody for unknown and for disabled people. */
    public Optional<Rights> of(String id) {
        var version = jdbc.sql("SELECT rights_version FROM identity.person WHERE id = ? AND active")
                .param(id)
                .query(Integer.class)
                .optional();
        if (version.isEmpty()) {
            known.remove(id);
            return Optional.empty();
        }
        var rights = known.get(id);
        if (rights == null || rights.version() != version.get()) {
            rights = people.rights(id, version.get()).orElse(null);
            if (rights != null) {
                known.put(id, rights);
            }
        }
        return Optional.ofNullable(rights);
    }
}
