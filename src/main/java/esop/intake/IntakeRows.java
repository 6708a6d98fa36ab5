package esop.intake;

import esop.intake.Intake.Channels;
import esop.intake.Intake.Entry;
import esop.intake.Intake.Progress;
import esop.intake.Routing.Because;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

final class IntakeRows implements RowMapper<Intake> {

    static final String COLUMNS = """
            id, city, kind, customer_id, prospect, customer_name, contact_name, contact_phone, callback_phone, offering_ids, need,
            creator, creator_name, created, external_id, received, contact_channel, handling_channel, collaborating_channel, person,
            parts, choice, rule, rule_en, rule_id, rule_version, returned_by, take_backs, overdue, state, told, ended, outcome, result,
            order_id, opportunity_id, instance_id, revision""";

    @Override
    public Intake mapRow(ResultSet row, int number) throws SQLException {
        return new Intake(
                row.getString("id"),
                new Entry(
                        row.getString("city"),
                        IntakeKind.of(row.getString("kind")),
                        row.getString("customer_id"),
                        row.getBoolean("prospect"),
                        row.getString("customer_name"),
                        row.getString("contact_name"),
                        row.getString("contact_phone"),
                        row.getString("callback_phone"),
                        texts(row, "offering_ids"),
                        row.getString("need"),
                        row.getString("creator"),
                        row.getString("creator_name"),
                        row.getTimestamp("created").toInstant(),
                        row.getString("external_id"),
                        row.getString("received")),
                channels(row),
                new Progress(
                        IntakeState.of(row.getString("state")),
                        instant(row, "ended"),
                        row.getString("outcome") == null ? null : Outcome.of(row.getString("outcome")),
                        row.getString("result"),
                        row.getString("order_id"),
                        row.getString("opportunity_id")),
                instant(row, "told"),
                row.getString("instance_id"),
                row.getInt("revision"));
    }

    private static Channels channels(ResultSet row) throws SQLException {
        return new Channels(
                Channel.of(row.getString("contact_channel")),
                Channel.of(row.getString("handling_channel")),
                channel(row, "collaborating_channel"),
                row.getString("person"),
                all(row, "parts"),
                channel(row, "choice"),
                because(row),
                all(row, "returned_by"),
                row.getInt("take_backs"),
                row.getBoolean("overdue"));
    }

    private static @Nullable Because because(ResultSet row) throws SQLException {
        return row.getString("rule") == null
                ? null
                : new Because(
                        row.getString("rule"),
                        row.getString("rule_en"),
                        row.getString("rule_id"),
                        row.getInt("rule_version"));
    }

    private static @Nullable Channel channel(ResultSet row, String column) throws SQLException {
        return row.getString(column) == null ? null : Channel.of(row.getString(column));
    }

    private static List<Channel> all(ResultSet row, String column) throws SQLException {
        return texts(row, column).stream().map(Channel::of).toList();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
