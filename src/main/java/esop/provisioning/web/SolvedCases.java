package esop.provisioning.web;

import esop.identity.People;
import esop.identity.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done about the same trouble before: the same kind first, then what a person explained, then the newest. */
@Repository
class SolvedCases {

    private final JdbcClient jdbc;
    private final People people;

    SolvedCases(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    List<SolvedCase> like(FalloutRow fallout) {
        var filter = new Filter()
                .and("system = :system", "system", fallout.system())
                .and("step = :step", "step", fallout.step())
                .and("error_class = :errorClass", "errorClass", fallout.errorClass())
                .and("id <> :id", "id", fallout.id())
                .and("state = 'resolved'");
        return jdbc.sql("""
                        SELECT id, product_order_id, customer_name, message, fingerprint = :fingerprint AS same, resolution, note, resolver,
                            resolved, helped
                        FROM (
                            SELECT f.id, f.city, f.system, f.step, f.error_class, f.state, f.product_order_id, s.customer_name, f.message,
                                f.fingerprint, f.resolution, f.note, f.resolver, f.resolved,
                                NOT EXISTS (
                                    SELECT 1 FROM provisioning.fallout later
                                    WHERE later.service_order_id = f.service_order_id AND later.step = f.step
                                        AND later.work_order_id IS NOT DISTINCT FROM f.work_order_id AND later.attempt > f.attempt) AS helped
                            FROM provisioning.fallout f
                            JOIN provisioning.service_order s ON s.id = f.service_order_id
                        ) AS solved
                        """ + filter.where() + " ORDER BY same DESC, note IS NULL, resolved DESC LIMIT 6")
                .params(filter.parameters())
                .param("fingerprint", fallout.fingerprint())
                .query((row, number) -> new SolvedCase(
                        row.getString("id"),
                        row.getString("product_order_id"),
                        row.getString("customer_name"),
                        row.getString("message"),
                        row.getBoolean("same"),
                        row.getString("resolution"),
                        row.getString("note"),
                        row.getString("resolver"),
                        name(row.getString("resolver")),
                        Columns.instant(row, "resolved"),
                        row.getBoolean("helped")))
                .list();
    }

    private @Nullable String name(@Nullable String id) {
        return id == null ? null : people.find(id).map(Person::name).orElse(id);
    }
}
