package esop.ordering;

import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReturnCallRepository {

    private final JdbcClient jdbc;

    ReturnCallRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ProductOrder order, ReturnCall call) {
        jdbc.sql("""
                        INSERT INTO ordering.return_call (order_id, city, at, caller, satisfaction, remarks)
                        VALUES (:orderId, :city, :at, :caller, :satisfaction, :remarks)
                        """)
                .param("orderId", order.id())
                .param("city", order.city())
                .param("at", Timestamp.from(call.at()))
                .param("caller", call.caller())
                .param("satisfaction", call.satisfaction())
                .param("remarks", call.remarks())
                .update();
    }

    Optional<ReturnCall> find(String orderId) {
        return jdbc.sql("SELECT at, caller, satisfaction, remarks FROM ordering.return_call WHERE order_id = :orderId")
                .param("orderId", orderId)
                .query((row, number) -> new ReturnCall(
                        row.getTimestamp("at").toInstant(),
                        row.getString("caller"),
                        row.getString("satisfaction"),
                        row.getString("remarks")))
                .optional();
    }
}
