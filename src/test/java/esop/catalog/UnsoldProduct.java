package esop.catalog;

import esop.identity.DataScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A product that is shown and cannot be ordered yet, unless it is launched: every one of the first release can. */
public final class UnsoldProduct implements AutoCloseable {

    public static final String ID = "industry-gateway";

    private final JdbcClient jdbc;

    private UnsoldProduct(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static UnsoldProduct in(JdbcClient jdbc) {
        DataScope.asSystem(() -> jdbc.sql("""
                        INSERT INTO catalog.product_offering
                            (id, position, name, name_en, description, description_en, type, components, cities, recurring_price,
                             one_time_price, price_unit, price_unit_en, commitment_months, lead_time, actions, lifecycle, unavailable,
                             unavailable_en, characteristics)
                        SELECT :id, 900, '行业网关', 'Industry gateway', description, description_en, type, components, cities, recurring_price,
                            one_time_price, price_unit, price_unit_en, commitment_months, lead_time, actions, 'in-test',
                            '开通流程尚未上线，暂不能订购', 'its provisioning is not live yet, so it cannot be ordered for now', '[]'
                        FROM catalog.product_offering
                        WHERE id = 'mas'
                        """).param("id", ID).update());
        return new UnsoldProduct(jdbc);
    }

    /** It is sold from now on. */
    public UnsoldProduct launched() {
        DataScope.asSystem(() -> jdbc.sql("""
                        UPDATE catalog.product_offering
                           SET lifecycle = 'launched', unavailable = NULL, unavailable_en = NULL
                         WHERE id = :id
                        """).param("id", ID).update());
        return this;
    }

    @Override
    public void close() {
        DataScope.asSystem(() -> jdbc.sql("DELETE FROM catalog.product_offering WHERE id = :id")
                .param("id", ID)
                .update());
    }
}
