package esop.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import esop.EsopTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EsopTest
class DatabaseClockTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock everybodys;

    @ParameterizedTest
    @ValueSource(strings = {"PT10M", "PT-10M"})
    void aWrongClockGivesWayToTheDatabases(Duration wrong) {
        var clock = new DatabaseClock(jdbc, Clock.offset(Clock.systemUTC(), wrong));

        assertThat(clock.instant()).isCloseTo(Instant.now(), within(2, ChronoUnit.SECONDS));
        assertThat(clock.withZone(SHANGHAI).instant()).isCloseTo(Instant.now(), within(2, ChronoUnit.SECONDS));
        assertThat(clock.offset().plus(wrong).abs()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aRightClockIsLeftAlone() {
        assertThat(everybodys).isInstanceOf(DatabaseClock.class);
        assertThat(new DatabaseClock(jdbc).offset()).isZero();
    }
}
