package esop.provisioning.web;

import esop.identity.People;
import esop.identity.Person;
import esop.provisioning.web.ResendRun.Counts;
import esop.provisioning.web.ResendRun.Item;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ResendRunList {

    private final JdbcClient jdbc;
    private final People people;

    ResendRunList(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** The newest ones, without their items. */
    List<ResendRun> latest() {
        return jdbc
                .sql(
                        "SELECT id, person, note, created FROM provisioning.resend_run ORDER BY created DESC, id DESC LIMIT 10")
                .query((row, number) -> run(row, items(row.getString("id"))))
                .list()
                .stream()
                .filter(run -> !run.items().isEmpty())
                .toList();
    }

    Optional<ResendRun> find(String id) {
        return jdbc.sql("SELECT id, person, note, created FROM provisioning.resend_run WHERE id = :id")
                .param("id", id)
                .query((row, number) -> run(row, items(id)))
                .optional()
                .filter(run -> !run.items().isEmpty());
    }

    private List<Item> items(String run) {
        var filter = new Filter().and("run = :run", "run", run);
        return jdbc.sql("""
                        SELECT fallout, product_order_id, customer_name, system, step, error_class, fingerprint, canary, state, accepted, reason,
                            message, asked, settled
                        FROM (
                            SELECT i.run, i.fallout, i.city, f.product_order_id, s.customer_name, f.system, f.step, f.error_class, i.fingerprint,
                                i.canary, i.state, i.accepted, i.reason, i.message, i.asked, i.settled
                            FROM provisioning.resend_item i
                            JOIN provisioning.fallout f ON f.id = i.fallout
                            JOIN provisioning.service_order s ON s.id = f.service_order_id
                        ) AS item
                        """ + filter.where() + " ORDER BY fingerprint, canary DESC, fallout")
                .params(filter.parameters())
                .query(ResendRunList::item)
                .list();
    }

    private ResendRun run(ResultSet row, List<Item> items) throws SQLException {
        var person = row.getString("person");
        return new ResendRun(
                row.getString("id"),
                person,
                people.find(person).map(Person::name).orElse(person),
                row.getString("note"),
                Objects.requireNonNull(Columns.instant(row, "created")),
                count(items, "waiting") + count(items, "asked") > 0,
                new Counts(
                        items.size(),
                        count(items, "waiting"),
                        count(items, "asked") + count(items, "unknown"),
                        count(items, "fixed"),
                        count(items, "failed-again"),
                        count(items, "stopped"),
                        count(items, "skipped")),
                items);
    }

    private static long count(List<Item> items, String state) {
        return items.stream().filter(item -> item.state().equals(state)).count();
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getString("fallout"),
                row.getString("product_order_id"),
                row.getString("customer_name"),
                row.getString("system"),
                row.getString("step"),
                row.getString("error_class"),
                row.getString("fingerprint"),
                row.getBoolean("canary"),
                row.getString("state"),
                row.getBoolean("accepted"),
                row.getString("reason"),
                row.getString("message"),
                Columns.instant(row, "asked"),
                Columns.instant(row, "settled"));
    }
}
