package esop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EsopTest
class SignOnLogTests {

    @Autowired
    private SignOnLog log;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void guessesDoNotFillTheLogAndTheRestOfThemIsCounted() {
        log.beginMinute();
        var before = jdbc.sql("SELECT max(id) FROM identity.audit_log")
                .query(Long.class)
                .single();

        for (int guess = 0; guess < 300; guess++) {
            log.refused("guess" + guess, "203.0.113.40", 1);
        }
        log.beginMinute();

        var named = count("count(*) FILTER (WHERE subject LIKE 'person/guess%')", before);
        var unnamed = count("coalesce(sum((details->>'unnamed')::int), 0)", before);
        // The minute may have ended in between.
        assertThat(named).isBetween(60, 120);
        assertThat(named + unnamed).isEqualTo(300);
    }

    private int count(String what, long after) {
        return jdbc.sql("SELECT " + what + " FROM identity.audit_log WHERE action = 'sign-on.refused' AND id > ?")
                .param(after)
                .query(Integer.class)
                .single();
    }
}
