package esop.provisioning.web;

import esop.identity.CurrentPerson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the register of partners; who works in none of the caller's cities is unknown to them. */
@Repository
class RegisteredPartners {

    private static final String SELECT = """
            SELECT p.id, p.name, p.name_en, p.organization, o.name AS organization_name, o.name_en AS organization_name_en, p.system,
                ARRAY(SELECT city FROM unnest(p.cities) AS city WHERE city = ANY (:scope)) AS cities, p.qualifications, p.active,
                (SELECT count(*)
                 FROM provisioning.partner_assignment a
                 JOIN provisioning.service_order s ON s.id = a.service_order_id
                 WHERE a.partner = p.id AND a.refused IS NULL AND s.completed IS NULL) AS open
            FROM provisioning.partner p
            LEFT JOIN identity.organization o ON o.id = p.organization
            WHERE p.cities && :scope::text[]
            """;

    private final JdbcClient jdbc;
    private final CurrentPerson currentPerson;

    RegisteredPartners(JdbcClient jdbc, CurrentPerson currentPerson) {
        this.jdbc = jdbc;
        this.currentPerson = currentPerson;
    }

    /**
     * What is asked for; null asks for everything.
     *
     * @param q part of a name, or beginning of an id
     * @param way {@code system} or {@code people}: where it takes its orders
     */
    record Wanted(
            @Nullable String q,
            @Nullable String city,
            @Nullable String qualification,
            @Nullable String way,
            @Nullable Boolean active) {

        List<String> conditions(Map<String, Object> parameters) {
            var conditions = new ArrayList<String>();
            if (q != null && !q.isBlank()) {
                conditions.add(
                        "(strpos(lower(p.name), :q) > 0 OR strpos(lower(p.name_en), :q) > 0 OR starts_with(p.id, :q))");
                parameters.put("q", q.strip().toLowerCase());
            }
            if (city != null) {
                conditions.add(":city = ANY (p.cities)");
                parameters.put("city", city);
            }
            if (qualification != null) {
                conditions.add(":qualification = ANY (p.qualifications)");
                parameters.put("qualification", qualification);
            }
            if (way != null) {
                conditions.add("(p.system IS NOT NULL) = :hasSystem");
                parameters.put("hasSystem", way.equals("system"));
            }
            if (active != null) {
                conditions.add("p.active = :active");
                parameters.put("active", active);
            }
            return conditions;
        }
    }

    /** Who is active first, by name. */
    List<RegisteredPartner> list(Wanted wanted) {
        var parameters = inScope();
        var conditions = wanted.conditions(parameters).stream()
                .map(condition -> " AND " + condition)
                .reduce("", String::concat);
        return jdbc.sql(SELECT + conditions + " ORDER BY p.active DESC, p.name, p.id")
                .params(parameters)
                .query(RegisteredPartners::partner)
                .list();
    }

    Optional<RegisteredPartner> find(String id) {
        return jdbc.sql(SELECT + " AND p.id = :id")
                .params(inScope())
                .param("id", id)
                .query(RegisteredPartners::partner)
                .optional();
    }

    /** Every word there is for what a partner may install. */
    List<String> qualifications() {
        return jdbc.sql("SELECT DISTINCT unnest(qualifications) AS word FROM provisioning.partner ORDER BY word")
                .query(String.class)
                .list();
    }

    private Map<String, Object> inScope() {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("scope", currentPerson.get().cities().toArray(String[]::new));
        return parameters;
    }

    private static RegisteredPartner partner(ResultSet row, int number) throws SQLException {
        return new RegisteredPartner(
                row.getString("id"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("organization"),
                row.getString("organization_name"),
                row.getString("organization_name_en"),
                row.getString("system"),
                List.of((String[]) row.getArray("cities").getArray()),
                List.of((String[]) row.getArray("qualifications").getArray()),
                row.getBoolean("active"),
                row.getInt("open"));
    }
}
