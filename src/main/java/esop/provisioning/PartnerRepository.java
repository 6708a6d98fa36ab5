package esop.provisioning;

import esop.provisioning.PartnerRegister.Entry;
import esop.systems.appointment.Visit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Partners and what they were chosen for. */
@Repository
class PartnerRepository {

    private static final String LOAD = """
            (SELECT count(*)
             FROM provisioning.partner_assignment a
             JOIN provisioning.service_order s ON s.id = a.service_order_id
             WHERE a.partner = p.id AND a.refused IS NULL AND s.completed IS NULL) AS load
            """;

    private static final String ENTRY =
            "SELECT id, name, name_en, organization, system, cities, qualifications, active FROM provisioning.partner";

    private final JdbcClient jdbc;

    PartnerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those who work in this city and have not refused this service order. */
    List<Partner> candidates(String serviceOrderId, String city) {
        return jdbc.sql("SELECT p.id, p.name, p.organization, p.system, p.qualifications, " + LOAD + """
                        FROM provisioning.partner p
                        WHERE p.active AND :city = ANY (p.cities)
                            AND NOT EXISTS (
                                SELECT 1 FROM provisioning.partner_assignment r
                                WHERE r.service_order_id = :serviceOrder AND r.partner = p.id AND r.refused IS NOT NULL)
                        ORDER BY p.id
                        """)
                .param("serviceOrder", serviceOrderId)
                .param("city", city)
                .query(PartnerRepository::partner)
                .list();
    }

    Optional<Partner> partner(String id) {
        return jdbc.sql("SELECT p.id, p.name, p.organization, p.system, p.qualifications, " + LOAD
                        + "FROM provisioning.partner p WHERE p.id = :id")
                .param("id", id)
                .query(PartnerRepository::partner)
                .optional();
    }

    /** Held against others who would change the same one until the transaction ends. */
    Optional<Entry> lock(String id) {
        return jdbc.sql(ENTRY + " WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(PartnerRepository::entry)
                .optional();
    }

    Optional<Entry> entry(String id) {
        return jdbc.sql(ENTRY + " WHERE id = :id")
                .param("id", id)
                .query(PartnerRepository::entry)
                .optional();
    }

    /** False where there is one of that id. */
    boolean add(Entry entry) {
        return bound("""
                                INSERT INTO provisioning.partner (
                                    id, name, name_en, organization, system, cities, qualifications, active)
                                VALUES (:id, :name, :nameEn, :organization, :system, :cities, :qualifications, :active)
                                ON CONFLICT (id) DO NOTHING
                                """, entry).update() == 1;
    }

    void change(Entry entry) {
        bound("""
                                UPDATE provisioning.partner
                                SET name = :name, name_en = :nameEn, organization = :organization, system = :system, cities = :cities,
                                    qualifications = :qualifications, active = :active
                                WHERE id = :id
                                """, entry).update();
    }

    private JdbcClient.StatementSpec bound(String sql, Entry entry) {
        return jdbc.sql(sql)
                .param("id", entry.id())
                .param("name", entry.name())
                .param("nameEn", entry.nameEn())
                .param("organization", entry.organization())
                .param("system", entry.system())
                .param("cities", entry.cities().toArray(String[]::new))
                .param("qualifications", entry.qualifications().toArray(String[]::new))
                .param("active", entry.active());
    }

    void removeUnused(String id) {
        jdbc.sql("""
                        DELETE FROM provisioning.partner
                        WHERE id = :id AND NOT EXISTS (SELECT 1 FROM provisioning.partner_assignment WHERE partner = :id)
                        """).param("id", id).update();
    }

    boolean isSystem(String id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM systems.backing_system WHERE id = :id AND client IS NULL)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("id"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("organization"),
                row.getString("system"),
                List.of((String[]) row.getArray("cities").getArray()),
                List.of((String[]) row.getArray("qualifications").getArray()),
                row.getBoolean("active"));
    }

    void add(PartnerAssignment assignment) {
        jdbc.sql("""
                        INSERT INTO provisioning.partner_assignment (
                            work_order_id, service_order_id, city, partner, rule, rule_version, reason, load)
                        VALUES (:workOrder, :serviceOrder, :city, :partner, :rule, :ruleVersion, :reason, :load)
                        """)
                .param("workOrder", assignment.workOrderId())
                .param("serviceOrder", assignment.serviceOrderId())
                .param("city", assignment.city())
                .param("partner", assignment.partner().id())
                .param("rule", assignment.rule())
                .param("ruleVersion", assignment.ruleVersion())
                .param("reason", assignment.reason())
                .param("load", assignment.partner().load())
                .update();
    }

    PartnerAssignment get(String workOrderId) {
        return find(workOrderId).orElseThrow();
    }

    Optional<PartnerAssignment> find(String workOrderId) {
        return jdbc.sql("""
                        SELECT g.work_order_id, g.service_order_id, g.city, g.rule, g.rule_version, g.reason,
                            p.id, p.name, p.organization, p.system, p.qualifications, g.load
                        FROM provisioning.partner_assignment g
                        JOIN provisioning.partner p ON p.id = g.partner
                        WHERE g.work_order_id = :workOrder
                        """)
                .param("workOrder", workOrderId)
                .query(PartnerRepository::assignment)
                .optional();
    }

    /** @param by a person of the partner, or its system */
    void agree(String workOrderId, Visit visit, String by) {
        jdbc.sql("""
                        UPDATE provisioning.partner_assignment
                        SET visit_from = :from, visit_to = :to, visit_agreed_by = :by
                        WHERE work_order_id = :workOrder
                        """)
                .param("from", visit.from().atOffset(ZoneOffset.UTC))
                .param("to", visit.to().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("workOrder", workOrderId)
                .update();
    }

    void sign(String workOrderId, @Nullable String signature) {
        jdbc.sql("UPDATE provisioning.partner_assignment SET signature = :signature WHERE work_order_id = :workOrder")
                .param("signature", signature)
                .param("workOrder", workOrderId)
                .update();
    }

    void refuse(String workOrderId, @Nullable String reason) {
        jdbc.sql("""
                        UPDATE provisioning.partner_assignment
                        SET refused = now(), refusal = :reason
                        WHERE work_order_id = :workOrder
                        """).param("reason", reason).param("workOrder", workOrderId).update();
    }

    private static PartnerAssignment assignment(ResultSet row, int number) throws SQLException {
        return new PartnerAssignment(
                row.getString("work_order_id"),
                row.getString("service_order_id"),
                row.getString("city"),
                partner(row, number),
                row.getString("rule"),
                row.getInt("rule_version"),
                row.getString("reason"));
    }

    private static Partner partner(ResultSet row, int number) throws SQLException {
        return new Partner(
                row.getString("id"),
                row.getString("name"),
                row.getString("organization"),
                row.getString("system"),
                List.of((String[]) row.getArray("qualifications").getArray()),
                row.getInt("load"));
    }
}
