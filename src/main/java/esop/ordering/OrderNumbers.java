package esop.ordering;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ids that people read aloud: a word, the day in the province, six digits. */
@Repository
class OrderNumbers {

    private final JdbcClient jdbc;
    private final Clock clock;

    OrderNumbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String productOrder() {
        return "PO" + today() + next("ordering.product_order_number");
    }

    String serviceOrder() {
        return "SO" + today() + next("ordering.service_order_number");
    }

    private String today() {
        return LocalDate.now(clock.withZone(OrderCheck.PROVINCE)).format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private String next(String sequence) {
        var number = jdbc.sql("SELECT nextval(CAST(:sequence AS regclass))")
                .param("sequence", sequence)
                .query(Long.class)
                .single();
        return "%06d".formatted(number % 1_000_000);
    }
}
