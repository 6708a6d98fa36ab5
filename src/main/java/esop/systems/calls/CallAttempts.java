package esop.systems.calls;

import java.sql.Types;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The log of every request that went out, for people; nothing reads it to decide. */
@Repository
class CallAttempts {

    /** @param kind {@code SEND} or {@code PROOF} */
    record Attempt(String kind, Exchange exchange, Duration took) {}

    private final JdbcClient jdbc;

    CallAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the caller's transaction. */
    void add(SystemCall call, Attempt attempt, boolean late) {
        var exchange = attempt.exchange();
        jdbc.sql("""
                        INSERT INTO systems.system_call_attempt (call_key, city, kind, outcome, status, millis, answer)
                        VALUES (:key, :city, :kind, :outcome, :status, :millis, :answer)
                        """)
                .param("key", call.key())
                .param("city", call.city())
                .param("kind", attempt.kind())
                .param("outcome", outcome(exchange) + (late ? ", too late" : ""))
                .param("status", status(exchange), Types.INTEGER)
                .param("millis", (int) attempt.took().toMillis())
                .param("answer", words(exchange), Types.VARCHAR)
                .update();
    }

    static String outcome(Exchange exchange) {
        if (exchange instanceof Exchange.Answered) {
            return "answered";
        }
        if (exchange instanceof Exchange.Refused) {
            return "refused";
        }
        if (exchange instanceof Exchange.Unauthorised) {
            return "auth";
        }
        if (exchange instanceof Exchange.Throttled) {
            return "throttled";
        }
        return exchange instanceof Exchange.NoAnswer none ? none.errorClass().code() : "connect";
    }

    private static @Nullable Integer status(Exchange exchange) {
        if (exchange instanceof Exchange.Answered answered) {
            return answered.status();
        }
        if (exchange instanceof Exchange.Refused refused) {
            return refused.status();
        }
        if (exchange instanceof Exchange.Unauthorised denied) {
            return denied.status();
        }
        if (exchange instanceof Exchange.Throttled throttled) {
            return throttled.status();
        }
        return exchange instanceof Exchange.NoAnswer none && none.status() > 0 ? none.status() : null;
    }

    private static @Nullable String words(Exchange exchange) {
        if (exchange instanceof Exchange.Answered answered) {
            return Words.of(answered.body().toString());
        }
        if (exchange instanceof Exchange.Refused refused) {
            return refused.words();
        }
        if (exchange instanceof Exchange.Unauthorised denied) {
            return denied.words();
        }
        if (exchange instanceof Exchange.NotSent notSent) {
            return notSent.words();
        }
        return exchange instanceof Exchange.NoAnswer none ? none.words() : null;
    }
}
