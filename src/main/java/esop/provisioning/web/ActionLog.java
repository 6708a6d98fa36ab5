package esop.provisioning.web;

import esop.identity.People;
import esop.identity.Person;
import esop.provisioning.web.WorkOrderDetail.Asked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people have asked of a work order's unit. */
@Repository
class ActionLog {

    private final JdbcClient jdbc;
    private final People people;

    ActionLog(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    List<Asked> of(String workOrderId) {
        var filter = new Filter().and("work_order_id = :workOrder", "workOrder", workOrderId);
        return jdbc.sql("""
                        SELECT kind, person, asked, words, priority, state, answer, settled
                        FROM provisioning.work_order_action
                        """ + filter.where() + " ORDER BY id DESC")
                .params(filter.parameters())
                .query((row, number) -> asked(row))
                .list();
    }

    private Asked asked(ResultSet row) throws SQLException {
        var person = row.getString("person");
        return new Asked(
                row.getString("kind"),
                person,
                people.find(person).map(Person::name).orElse(person),
                Objects.requireNonNull(Columns.instant(row, "asked")),
                row.getString("words"),
                row.getObject("priority", Integer.class),
                row.getString("state"),
                row.getString("answer"),
                Columns.instant(row, "settled"));
    }
}
