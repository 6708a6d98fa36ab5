package esop.provisioning.web;

import esop.web.Texts;
import esop.web.UnknownException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InstallationController {

    private final JdbcClient jdbc;

    InstallationController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Unknown too for a work order that no partner does. */
    @GetMapping("/api/work-orders/{id}/installation")
    @Transactional(readOnly = true)
    Installation of(@PathVariable String id) {
        var filter = new Filter("a.city").and("a.work_order_id = :id", "id", id);
        return jdbc.sql("""
                        SELECT a.partner, p.name, p.name_en, p.system, a.reason, a.rule, a.rule_version, a.load, a.chosen, a.visit_from,
                            a.visit_to, a.visit_agreed_by, a.signature, a.refused, a.refusal
                        FROM provisioning.partner_assignment a
                        JOIN provisioning.partner p ON p.id = a.partner
                        """ + filter.where())
                .params(filter.parameters())
                .query(InstallationController::read)
                .optional()
                .orElseThrow(() -> new UnknownException(Texts.get("provisioning.unknown-work-order", id)));
    }

    private static Installation read(ResultSet row, int number) throws SQLException {
        return new Installation(
                row.getString("partner"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("system"),
                row.getString("reason"),
                row.getString("rule"),
                row.getInt("rule_version"),
                row.getInt("load"),
                Columns.instant(row, "chosen"),
                Columns.instant(row, "visit_from"),
                Columns.instant(row, "visit_to"),
                row.getString("visit_agreed_by"),
                row.getString("signature"),
                Columns.instant(row, "refused"),
                row.getString("refusal"));
    }
}
