package esop.ordering;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ids that people read aloud: a word and ten digits. */
@Repository
class OrderNumbers {

    private final JdbcClient jdbc;

    OrderNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String productOrder() {
        return "PO" + next("ordering.product_order_number");
    }

    String serviceOrder() {
        return "SO" + next("ordering.service_order_number");
    }

    private String next(String sequence) {
        return jdbc.sql("SELECT lpad(nextval(CAST(:sequence AS regclass))::text, 10, '0')")
                .param("sequence", sequence)
                .query(String.class)
                .single();
    }
}
