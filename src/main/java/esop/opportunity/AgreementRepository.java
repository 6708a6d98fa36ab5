package esop.opportunity;

import java.sql.Date;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AgreementRepository {

    private final JdbcClient jdbc;

    AgreementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Agreement> find(String opportunityId) {
        return jdbc.sql("""
                        SELECT number, customer_party, our_party, starts, ends, signed, state, in_force, note, bound_until,
                               penalty_share, revision, ended
                          FROM opportunity.agreement
                         WHERE opportunity_id = :opportunityId
                        """)
                .param("opportunityId", opportunityId)
                .query((row, number) -> new Agreement(
                        row.getString("number"),
                        row.getString("customer_party"),
                        row.getString("our_party"),
                        row.getObject("starts", LocalDate.class),
                        row.getObject("ends", LocalDate.class),
                        row.getObject("signed", LocalDate.class),
                        row.getString("state"),
                        row.getBoolean("in_force"),
                        row.getString("note"),
                        row.getObject("bound_until", LocalDate.class),
                        row.getBigDecimal("penalty_share"),
                        row.getInt("revision"),
                        row.getObject("ended", LocalDate.class)))
                .optional();
    }

    void save(SalesOpportunity opportunity, Agreement agreement) {
        jdbc.sql("""
                        INSERT INTO opportunity.agreement
                               (opportunity_id, city, number, customer_party, our_party, starts, ends, signed, state, in_force, note,
                                bound_until, penalty_share, ended)
                        VALUES (:opportunityId, :city, :number, :customerParty, :ourParty, :starts, :ends, :signed, :state, :inForce,
                                :note, :boundUntil, :penaltyShare, :ended)
                            ON CONFLICT (opportunity_id) DO UPDATE
                           SET number = excluded.number, customer_party = excluded.customer_party, our_party = excluded.our_party,
                               starts = excluded.starts, ends = excluded.ends, signed = excluded.signed, state = excluded.state,
                               in_force = excluded.in_force, note = excluded.note, bound_until = excluded.bound_until,
                               penalty_share = excluded.penalty_share, ended = excluded.ended, revision = agreement.revision + 1
                        """)
                .param("opportunityId", opportunity.id())
                .param("city", opportunity.city())
                .param("number", agreement.number())
                .param("customerParty", agreement.customerParty())
                .param("ourParty", agreement.ourParty())
                .param("starts", Date.valueOf(agreement.starts()))
                .param("ends", Date.valueOf(agreement.ends()))
                .param("signed", agreement.signed() == null ? null : Date.valueOf(agreement.signed()))
                .param("state", agreement.state())
                .param("inForce", agreement.inForce())
                .param("note", agreement.note())
                .param("boundUntil", date(agreement.boundUntil()), Types.DATE)
                .param("penaltyShare", agreement.penaltyShare(), Types.NUMERIC)
                .param("ended", date(agreement.ended()), Types.DATE)
                .update();
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
