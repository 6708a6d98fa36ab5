package esop.opportunity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import esop.opportunity.SalesOpportunity.Agreed;
import esop.opportunity.SalesOpportunity.Entry;
import esop.opportunity.SalesOpportunity.Mirror;
import esop.opportunity.SalesOpportunity.Owner;
import esop.opportunity.SalesOpportunity.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

@Component
class OpportunityRows implements RowMapper<SalesOpportunity> {

    static final String TABLE = "opportunity.sales_opportunity";

    static final String COLUMNS = """
            id, city, name, need, campaign, customer_id, customer_name, customer_level, industry, contact_name, contact_phone,
            acquired, source, expected_revenue, deadline, offering_ids, template, required_facts, creator, creator_name,
            created, executing_channel, collaborating_channel, owner, owner_name, owner_group, receiver_rule,
            receiver_rule_en, returned_by, state, stage, quick, stage_since, aging_at, over_at, ended, reason, facts,
            solution, solution_state, order_id, mirror_stage, mirrored, instance_id, revision,
            (SELECT agreement.state FROM opportunity.agreement WHERE opportunity_id = sales_opportunity.id) AS agreement_state,
            (SELECT agreement.ends FROM opportunity.agreement WHERE opportunity_id = sales_opportunity.id) AS agreement_ends,
            (SELECT agreement.in_force FROM opportunity.agreement WHERE opportunity_id = sales_opportunity.id) AS in_force""";

    static final String SELECT = "SELECT " + COLUMNS + " FROM " + TABLE;

    private final ObjectMapper json;

    OpportunityRows(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public SalesOpportunity mapRow(ResultSet row, int number) throws SQLException {
        return new SalesOpportunity(
                row.getString("id"),
                entry(row),
                new Owner(
                        row.getString("owner"),
                        row.getString("owner_name"),
                        row.getString("owner_group"),
                        row.getString("executing_channel"),
                        row.getString("collaborating_channel"),
                        row.getString("receiver_rule"),
                        row.getString("receiver_rule_en"),
                        texts(row, "returned_by")),
                new Progress(
                        OpportunityState.of(row.getString("state")),
                        row.getString("stage") == null ? null : Stage.of(row.getString("stage")),
                        row.getBoolean("quick"),
                        instant(row, "stage_since"),
                        instant(row, "aging_at"),
                        instant(row, "over_at"),
                        instant(row, "ended"),
                        row.getString("reason")),
                read(row.getString("facts"), new TypeReference<Map<String, Object>>() {}),
                read(row.getString("solution"), new TypeReference<Solution>() {}),
                row.getString("solution_state"),
                agreed(row),
                row.getString("order_id"),
                new Mirror(row.getString("mirror_stage"), instant(row, "mirrored")),
                row.getString("instance_id"),
                row.getInt("revision"));
    }

    private static @Nullable Agreed agreed(ResultSet row) throws SQLException {
        var state = row.getString("agreement_state");
        return state == null
                ? null
                : new Agreed(state, row.getObject("agreement_ends", LocalDate.class), row.getBoolean("in_force"));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("city"),
                row.getString("name"),
                row.getString("need"),
                row.getString("campaign"),
                row.getString("customer_id"),
                row.getString("customer_name"),
                row.getString("customer_level"),
                row.getString("industry"),
                row.getString("contact_name"),
                row.getString("contact_phone"),
                row.getObject("acquired", LocalDate.class),
                row.getString("source"),
                row.getBigDecimal("expected_revenue"),
                row.getObject("deadline", LocalDate.class),
                texts(row, "offering_ids"),
                row.getString("template"),
                texts(row, "required_facts"),
                row.getString("creator"),
                row.getString("creator_name"),
                row.getTimestamp("created").toInstant());
    }

    String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("opportunity.sales_opportunity", broken);
        }
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
