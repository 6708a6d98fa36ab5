package esop.north;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Each question in a transaction, or row-level security would answer that there is nothing. */
@Repository
@Transactional
class ReceivedLeadRepository {

    private static final String SELECT = """
            SELECT opportunity_id, city, client, external_id, content
              FROM north.received_lead
             WHERE\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    ReceivedLeadRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of two that bring the same number at once, the second waits here until the first is through. */
    void await(String client, String externalId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:number, 699))")
                .param("number", client + "\n" + externalId)
                .query((row, number) -> true)
                .single();
    }

    Optional<ReceivedLead> find(String client, String externalId) {
        return jdbc.sql(SELECT + "client = :client AND external_id = :externalId")
                .param("client", client)
                .param("externalId", externalId)
                .query((row, number) -> lead(row))
                .optional();
    }

    /** Several clients may use the same number; newest first. */
    List<ReceivedLead> numbered(String externalId) {
        return jdbc.sql(SELECT + "external_id = :externalId ORDER BY received DESC, opportunity_id DESC")
                .param("externalId", externalId)
                .query((row, number) -> lead(row))
                .list();
    }

    /** By the opportunity's id; those that were entered elsewhere are missing. */
    Map<String, ReceivedLead> of(Collection<String> opportunityIds) {
        return jdbc
                .sql(SELECT + "opportunity_id = ANY (:ids)")
                .param("ids", opportunityIds.toArray(String[]::new))
                .query((row, number) -> lead(row))
                .list()
                .stream()
                .collect(Collectors.toMap(ReceivedLead::opportunityId, Function.identity()));
    }

    void insert(ReceivedLead lead) {
        jdbc.sql("""
                        INSERT INTO north.received_lead (opportunity_id, city, client, external_id, content, received)
                        VALUES (:opportunityId, :city, :client, :externalId, :content, :received)
                        """)
                .param("opportunityId", lead.opportunityId())
                .param("city", lead.city())
                .param("client", lead.client())
                .param("externalId", lead.externalId())
                .param("content", lead.content())
                .param("received", Timestamp.from(clock.instant()))
                .update();
    }

    private static ReceivedLead lead(ResultSet row) throws SQLException {
        return new ReceivedLead(
                row.getString("opportunity_id"),
                row.getString("city"),
                row.getString("client"),
                row.getString("external_id"),
                row.getString("content"));
    }
}
