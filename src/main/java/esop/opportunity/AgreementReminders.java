package esop.opportunity;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which agreements end, and what has been said of it. */
@Repository
class AgreementReminders {

    private final JdbcClient jdbc;
    private final OpportunityRows rows;

    AgreementReminders(JdbcClient jdbc, OpportunityRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Those that have not ended on the first day and do so by the last. */
    List<EndingAgreement> endingBy(LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        SELECT agreement.opportunity_id, agreement.city, agreement.number, agreement.starts, agreement.ends,
                               opportunity.solution
                          FROM opportunity.agreement
                          JOIN opportunity.sales_opportunity AS opportunity ON opportunity.id = agreement.opportunity_id
                         WHERE agreement.in_force AND agreement.ended IS NULL AND agreement.ends BETWEEN :first AND :last
                         ORDER BY agreement.ends
                        """)
                .param("first", Date.valueOf(first))
                .param("last", Date.valueOf(last))
                .query((row, number) -> new EndingAgreement(
                        row.getString("opportunity_id"),
                        row.getString("city"),
                        row.getString("number"),
                        row.getObject("starts", LocalDate.class),
                        row.getObject("ends", LocalDate.class),
                        rows.read(row.getString("solution"), new TypeReference<Solution>() {})
                                .value()))
                .list();
    }

    boolean isFirst(EndingAgreement agreement) {
        return jdbc.sql("""
                        SELECT NOT EXISTS (SELECT FROM opportunity.agreement_reminder
                                            WHERE opportunity_id = :opportunityId AND ends = :ends)
                        """)
                .param("opportunityId", agreement.opportunityId())
                .param("ends", Date.valueOf(agreement.ends()))
                .query(Boolean.class)
                .single();
    }

    /** Whether one of these reminders has not been given, by any node; from now on all of them are. */
    boolean isNews(EndingAgreement agreement, List<Integer> days) {
        return jdbc.sql("""
                        INSERT INTO opportunity.agreement_reminder (opportunity_id, city, ends, days)
                        SELECT :opportunityId, :city, :ends, unnest(:days)
                            ON CONFLICT (opportunity_id, ends, days) DO NOTHING
                        """)
                        .param("opportunityId", agreement.opportunityId())
                        .param("city", agreement.city())
                        .param("ends", Date.valueOf(agreement.ends()))
                        .param("days", days.toArray(Integer[]::new))
                        .update()
                > 0;
    }
}
