package esop.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The one clock of business times: the database's, which all nodes share, so that a node whose own clock is wrong does
 * nothing early, late or unbelievable.
 */
@Component
public class DatabaseClock extends Clock {

    private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);

    private static final Duration NEGLIGIBLE = Duration.ofSeconds(1);
    private static final int TRIES = 5;

    private final JdbcClient jdbc;
    private final Clock own;
    private volatile Duration offset = Duration.ZERO;

    @Autowired
    DatabaseClock(JdbcClient jdbc) {
        this(jdbc, Clock.systemUTC());
    }

    DatabaseClock(JdbcClient jdbc, Clock own) {
        this.jdbc = jdbc;
        this.own = own;
        for (var time = 0; time < TRIES && !measure(); time++) {
            log.debug("the database was too slow to tell the time");
        }
    }

    /** How far the database is ahead of this node; zero where it hardly matters. */
    public Duration offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        return own.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Elsewhere(zone);
    }

    @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
    void compare() {
        try {
            measure();
        } catch (DataAccessException away) {
            log.debug("the database does not tell the time now", away);
        }
    }

    /** False where the answer took so long that it says nothing. */
    private boolean measure() {
        var asked = own.instant();
        var started = System.nanoTime();
        var there = jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        var took = Duration.ofNanos(System.nanoTime() - started);
        if (took.compareTo(NEGLIGIBLE) > 0) {
            return false;
        }
        follow(Duration.between(asked.plus(took.dividedBy(2)), there));
        return true;
    }

    private void follow(Duration measured) {
        if (measured.minus(offset).abs().compareTo(NEGLIGIBLE) > 0) {
            offset = measured.abs().compareTo(NEGLIGIBLE) > 0 ? measured : Duration.ZERO;
            log.warn("The database's clock, {} s from this node's own, counts", offset.toSeconds());
        }
    }

    private final class Elsewhere extends Clock {

        private final ZoneId zone;

        private Elsewhere(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Elsewhere(other);
        }

        @Override
        public Instant instant() {
            return DatabaseClock.this.instant();
        }
    }
}
