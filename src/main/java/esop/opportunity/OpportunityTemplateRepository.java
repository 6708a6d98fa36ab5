package esop.opportunity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class OpportunityTemplateRepository {

    private static final String SELECT = """
            SELECT id, city, name, industry, offering_id, need, revenue, deadline_days, required_facts, owner, owner_name, changed,
                   revision
              FROM opportunity.opportunity_template
             WHERE\s""";

    private final JdbcClient jdbc;

    OpportunityTemplateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OpportunityTemplate> all() {
        return jdbc.sql(SELECT + OpportunityConditions.scope() + " ORDER BY name COLLATE \"zh-Hans-CN-x-icu\", id")
                .param("cities", OpportunityConditions.cities())
                .query((row, number) -> template(row))
                .list();
    }

    Optional<OpportunityTemplate> find(String id) {
        return jdbc.sql(SELECT + "id = :id AND " + OpportunityConditions.scope())
                .param("id", id)
                .param("cities", OpportunityConditions.cities())
                .query((row, number) -> template(row))
                .optional();
    }

    String nextId() {
        return jdbc.sql("SELECT 'OPT' || lpad(nextval('opportunity.template_number')::text, 6, '0')")
                .query(String.class)
                .single();
    }

    void insert(OpportunityTemplate template) {
        values(jdbc.sql("""
                        INSERT INTO opportunity.opportunity_template
                               (id, city, name, industry, offering_id, need, revenue, deadline_days, required_facts, owner,
                                owner_name, changed, revision)
                        VALUES (:id, :city, :name, :industry, :offeringId, :need, :revenue, :deadlineDays, :requiredFacts, :owner,
                                :ownerName, :changed, :revision)
                        """), template)
                .param("owner", template.owner())
                .param("ownerName", template.ownerName())
                .update();
    }

    /** False when somebody else has changed it meanwhile. */
    boolean update(OpportunityTemplate template) {
        return values(jdbc.sql("""
                        UPDATE opportunity.opportunity_template
                           SET name = :name, industry = :industry, offering_id = :offeringId, need = :need, revenue = :revenue,
                               deadline_days = :deadlineDays, required_facts = :requiredFacts, changed = :changed,
                               revision = :revision
                         WHERE id = :id AND city = :city AND revision = :revision - 1
                        """), template).update() == 1;
    }

    void delete(String id) {
        jdbc.sql("DELETE FROM opportunity.opportunity_template WHERE id = :id")
                .param("id", id)
                .update();
    }

    private static StatementSpec values(StatementSpec statement, OpportunityTemplate template) {
        return statement
                .param("id", template.id())
                .param("city", template.city())
                .param("name", template.name())
                .param("industry", template.industry())
                .param("offeringId", template.offeringId())
                .param("need", template.need())
                .param("revenue", template.revenue())
                .param("deadlineDays", template.deadlineDays())
                .param("requiredFacts", template.requiredFacts().toArray(String[]::new))
                .param("changed", Timestamp.from(template.changed()))
                .param("revision", template.revision());
    }

    private static OpportunityTemplate template(ResultSet row) throws SQLException {
        return new OpportunityTemplate(
                row.getString("id"),
                row.getString("city"),
                row.getString("name"),
                row.getString("industry"),
                row.getString("offering_id"),
                row.getString("need"),
                row.getBigDecimal("revenue"),
                row.getObject("deadline_days", Integer.class),
                List.of((String[]) row.getArray("required_facts").getArray()),
                row.getString("owner"),
                row.getString("owner_name"),
                row.getTimestamp("changed").toInstant(),
                row.getInt("revision"));
    }
}
