package esop.provisioning;

import esop.systems.appointment.Visit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
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
        return jdbc.sql("""
                        SELECT g.work_order_id, g.service_order_id, g.city, g.rule, g.rule_version, g.reason,
                            p.id, p.name, p.organization, p.system, p.qualifications, g.load
                        FROM provisioning.partner_assignment g
                        JOIN provisioning.partner p ON p.id = g.partner
                        WHERE g.work_order_id = :workOrder
                        """)
                .param("workOrder", workOrderId)
                .query(PartnerRepository::assignment)
                .single();
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
