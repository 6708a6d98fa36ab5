package esop.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.web.Listing;
import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditLogRepository implements AuditLog {

    private final JdbcClient jdbc;
    private final Lists lists;
    private final ObjectMapper json;
    private final CurrentPerson currentPerson;

    AuditLogRepository(JdbcClient jdbc, Lists lists, ObjectMapper json, CurrentPerson currentPerson) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.json = json;
        this.currentPerson = currentPerson;
    }

    @Override
    public void record(String action, String subject, @Nullable String city, Map<String, ?> details) {
        record(currentPerson.find().map(Person::id).orElse("system"), action, subject, city, details);
    }

    /** For what happens before somebody is the current person, or after. */
    void record(String person, String action, String subject, @Nullable String city, Map<String, ?> details) {
        jdbc.sql("""
                        INSERT INTO identity.audit_log (person, action, subject, city, details)
                        VALUES (:person, :action, :subject, :city, :details::jsonb)
                        """)
                .param("person", person)
                .param("action", action)
                .param("subject", subject)
                .param("city", city)
                .param("details", text(details))
                .update();
    }

    Page<AuditEntry> entries(Wanted wanted, Collection<String> cities, Paging paging) {
        var parameters = new HashMap<String, Object>();
        parameters.put("cities", cities.toArray(String[]::new));
        var list = new Listing(
                """
                entry.id, entry.at, entry.person, person.name AS person_name, entry.action, entry.subject, entry.city,
                    entry.details::text AS details, encode(chain.hash, 'hex') AS hash
                """,
                """
                identity.audit_log entry
                JOIN identity.audit_chain chain ON chain.audit_id = entry.id
                LEFT JOIN identity.person person ON person.id = entry.person""",
                "entry.id",
                "identity.audit_log entry WHERE (entry.city IS NULL OR entry.city = ANY (:cities))"
                        + wanted.conditions(parameters),
                paging.orderBy(Map.of("at", "entry.at", "person", "entry.person"), "entry.id DESC"),
                parameters);
        return lists.page(
                paging,
                list,
                (row, number) -> new AuditEntry(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("person"),
                        row.getString("person_name"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("city"),
                        tree(row.getString("details")),
                        row.getString("hash")));
    }

    Verification verify() {
        return jdbc.sql("""
                        SELECT broken.at IS NULL AND unchained.count = 0 AS intact, broken.at AS broken_at,
                               unchained.count AS unchained, coalesce(head.position, 0) AS entries,
                               encode(head.hash, 'hex') AS head
                        FROM (SELECT identity.audit_broken_at() AS at) broken
                        CROSS JOIN (SELECT count(*) AS count FROM identity.audit_log entry
                                    WHERE NOT EXISTS (SELECT 1 FROM identity.audit_chain chain
                                                      WHERE chain.audit_id = entry.id)) unchained
                        LEFT JOIN (SELECT position, hash FROM identity.audit_chain ORDER BY position DESC LIMIT 1) head
                               ON true
                        """).query(Verification.class).single();
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("the database keeps only JSON here", failure);
        }
    }

    private String text(Map<String, ?> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("details that are no JSON", failure);
        }
    }

    /** Conditions of a search; null where there is none. */
    record Wanted(
            @Nullable String person,
            @Nullable String action,
            @Nullable String subject,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to) {

        /** Only what is asked for, so that an index can be found for it. */
        String conditions(Map<String, Object> parameters) {
            return condition("entry.person = :person", "person", person, parameters)
                    + condition("entry.action = :action", "action", action, parameters)
                    + condition("entry.subject = :subject", "subject", subject, parameters)
                    + condition("entry.at >= :from", "from", from, parameters)
                    + condition("entry.at < :to", "to", to, parameters);
        }

        private static String condition(
                String condition, String name, @Nullable Object value, Map<String, Object> parameters) {
            if (value == null) {
                return "";
            }
            parameters.put(name, value);
            return " AND " + condition;
        }
    }

    /**
     * @param brokenAt the first position of the chain that does not fit
     * @param unchained entries outside of the chain
     * @param head hash of the newest entry
     */
    record Verification(
            boolean intact,
            @Nullable Long brokenAt,
            long unchained,
            long entries,
            @Nullable String head) {}
}
