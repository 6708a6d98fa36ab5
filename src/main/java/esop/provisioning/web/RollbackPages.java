package esop.provisioning.web;

import esop.identity.People;
import esop.identity.Person;
import esop.provisioning.web.RollbackPage.Item;
import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RollbackPages {

    private static final String SELECT = """
            SELECT id, product_order_id, service_order_id, back_to, city, customer_id, customer_name, reason, person, state, created, ended
            FROM provisioning.rollback
            """;

    private static final Map<String, String> SORTABLE =
            Map.of("id", "id", "created", "created", "state", "state", "customerName", "customer_name");

    private final JdbcClient jdbc;
    private final Lists lists;
    private final People people;

    RollbackPages(JdbcClient jdbc, Lists lists, People people) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.people = people;
    }

    Optional<RollbackPage> find(String id) {
        var filter = new Filter().and("id = :id", "id", id);
        return jdbc.sql(SELECT + filter.where())
                .params(filter.parameters())
                .query((row, number) -> page(row))
                .optional();
    }

    Page<RollbackPage> list(Filter filter, Paging paging) {
        return lists.page(
                paging,
                "FROM provisioning.rollback" + filter.where(),
                filter.parameters(),
                () -> jdbc.sql(SELECT + filter.where() + " ORDER BY "
                                + paging.orderBy(SORTABLE, "created DESC, id DESC") + " LIMIT :limit OFFSET :offset")
                        .params(filter.parameters())
                        .param("limit", paging.limit())
                        .param("offset", paging.offset())
                        .query((row, number) -> page(row))
                        .list());
    }

    private RollbackPage page(ResultSet row) throws SQLException {
        var person = row.getString("person");
        return new RollbackPage(
                row.getString("id"),
                row.getString("product_order_id"),
                row.getString("service_order_id"),
                row.getString("back_to"),
                row.getString("city"),
                row.getString("customer_id"),
                row.getString("customer_name"),
                row.getString("reason"),
                person,
                person == null ? null : people.find(person).map(Person::name).orElse(person),
                row.getString("state"),
                Objects.requireNonNull(Columns.instant(row, "created")),
                Columns.instant(row, "ended"),
                steps(row.getString("id")));
    }

    private List<Item> steps(String rollback) {
        var filter = new Filter().and("rollback = :rollback", "rollback", rollback);
        return jdbc.sql("""
                        SELECT position, service_order_id, product, system, name, aggregate || ':' || name || ':' || generation AS key, undone_by,
                            obstacle, state, happened, asked, settled
                        FROM provisioning.rollback_step
                        """ + filter.where() + " ORDER BY position")
                .params(filter.parameters())
                .query(RollbackPages::step)
                .list();
    }

    private static Item step(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getInt("position"),
                row.getString("service_order_id"),
                row.getString("product"),
                row.getString("system"),
                row.getString("name"),
                row.getString("key"),
                row.getString("undone_by"),
                row.getString("obstacle"),
                row.getString("state"),
                Objects.requireNonNull(Columns.instant(row, "happened")),
                Columns.instant(row, "asked"),
                Columns.instant(row, "settled"));
    }
}
