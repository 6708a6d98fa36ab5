package esop.provisioning;

import esop.systems.Step;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of a service's opening its ending gives back: that of the subscription it ends, else of the customer's newest such service. */
@Repository
class EndedSteps {

    private final JdbcClient jdbc;

    EndedSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The same each time it is asked for an ending; empty where the service was opened before there was an ESOP.
     *
     * @param name of the opening's step
     * @param by of the ending's step
     */
    Optional<Step> of(NewServiceOrder ending, String name, String by) {
        return kept(ending, by).or(() -> {
            var opened = opened(ending, name);
            opened.ifPresent(step -> keep(ending, step, by));
            return opened;
        });
    }

    private Optional<Step> kept(NewServiceOrder ending, String by) {
        return jdbc.sql("""
                        SELECT aggregate, name, generation FROM provisioning.ended_step
                        WHERE service_order_id = :ending AND ended_by = :by
                        """)
                .param("ending", ending.id())
                .param("by", by)
                .query(Step.class)
                .optional();
    }

    private Optional<Step> opened(NewServiceOrder ending, String name) {
        return jdbc.sql("""
                        SELECT opened.aggregate, opened.name, opened.generation
                        FROM provisioning.service_order opening
                        JOIN provisioning.requested_step opened
                            ON opened.service_order_id = opening.id AND opened.name = :name AND opened.state = 'COMPLETED'
                        LEFT JOIN provisioning.subscription_order ending
                            ON ending.product_order_id = :order AND :ending = ANY (ending.services) AND ending.subscription IS NOT NULL
                        WHERE opening.customer_id = :customer AND opening.product = :product AND opening.type <> 'delete'
                            AND opening.state IN ('completed', 'partial')
                            AND (ending.subscription IS NULL OR EXISTS (
                                SELECT 1 FROM provisioning.subscription_order s
                                WHERE s.subscription = ending.subscription AND opening.id = ANY (s.services)))
                            AND NOT EXISTS (
                                SELECT 1 FROM provisioning.requested_step back
                                WHERE opened.name = 'reserve' AND back.aggregate = opened.aggregate AND back.name = 'release'
                                    AND back.state = 'COMPLETED' AND back.requested > opened.requested)
                            AND NOT EXISTS (
                                SELECT 1 FROM provisioning.rollback_step undone
                                WHERE undone.aggregate = opened.aggregate AND undone.name = opened.name
                                    AND undone.generation >= opened.generation AND undone.state IN ('undone', 'settled'))
                            AND NOT EXISTS (
                                SELECT 1 FROM provisioning.ended_step known
                                WHERE known.aggregate = opened.aggregate AND known.name = opened.name
                                    AND known.generation = opened.generation)
                        ORDER BY opened.requested DESC, opened.generation DESC
                        LIMIT 1
                        """)
                .param("name", name)
                .param("order", ending.productOrderId())
                .param("ending", ending.id())
                .param("customer", ending.customerId())
                .param("product", ending.product())
                .query(Step.class)
                .optional();
    }

    private void keep(NewServiceOrder ending, Step opened, String by) {
        jdbc.sql("""
                        INSERT INTO provisioning.ended_step (aggregate, name, generation, service_order_id, ended_by, city)
                        VALUES (:aggregate, :name, :generation, :ending, :by, :city)
                        """)
                .param("aggregate", opened.aggregate())
                .param("name", opened.name())
                .param("generation", opened.generation())
                .param("ending", ending.id())
                .param("by", by)
                .param("city", ending.city())
                .update();
    }
}
