package esop.intake;

import esop.identity.DataScope;
import esop.intake.Routing.Because;
import esop.web.Listing;
import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class IntakeRepository {

    private static final String TABLE = "intake.intake";
    private static final String NEWEST_FIRST = "created DESC, id DESC";
    private static final Map<String, String> SORTABLE = Map.of(
            "id", "id",
            "created", "created",
            "customerName", "customer_name COLLATE \"zh-Hans-CN-x-icu\"",
            "kind", "kind",
            "state", "state",
            "ended", "ended");
    private static final IntakeRows ROWS = new IntakeRows();

    private final JdbcClient jdbc;
    private final Lists lists;

    IntakeRepository(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /** A word and ten digits, to be read aloud. */
    String nextId() {
        return jdbc.sql("SELECT 'IN' || lpad(nextval('intake.intake_number')::text, 10, '0')")
                .query(String.class)
                .single();
    }

    /** Of two that bring the same number at once, the second waits here until the first is through. */
    void await(String client, String externalId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:number, 613))")
                .param("number", client + "\n" + externalId)
                .query((row, number) -> true)
                .single();
    }

    Optional<Intake> numbered(String client, String externalId) {
        return one(
                "creator = :client AND external_id = :externalId",
                Map.of("client", client, "externalId", externalId),
                "");
    }

    void insert(Intake intake) {
        written(jdbc.sql("""
                        INSERT INTO intake.intake
                               (id, city, kind, customer_id, prospect, customer_name, contact_name, contact_phone, callback_phone,
                                offering_ids, need, creator, creator_name, created, external_id, received, contact_channel,
                                handling_channel, parts, choice, state, search)
                        VALUES (:id, :city, :kind, :customerId, :prospect, :customerName, :contactName, :contactPhone, :callbackPhone,
                                :offeringIds, :need, :creator, :creatorName, :created, :externalId, :received, :contact,
                                :handling, :parts, :choice, :state, :search)
                        """), intake)
                .param("creator", intake.entry().creator())
                .param("creatorName", intake.entry().creatorName())
                .param("created", Timestamp.from(intake.entry().created()))
                .param("externalId", intake.entry().externalId(), Types.VARCHAR)
                .param("received", intake.entry().received(), Types.VARCHAR)
                .param("contact", intake.channels().contact().word())
                .update();
    }

    /** Writes whatever the verbs have changed. */
    void update(Intake intake) {
        var channels = intake.channels();
        var progress = intake.progress();
        var rule = Optional.ofNullable(channels.rule());
        var updated = written(jdbc.sql("""
                        UPDATE intake.intake
                           SET kind = :kind, customer_id = :customerId, prospect = :prospect, customer_name = :customerName,
                               contact_name = :contactName, contact_phone = :contactPhone, callback_phone = :callbackPhone,
                               offering_ids = :offeringIds, need = :need, search = :search, handling_channel = :handling,
                               collaborating_channel = :collaborating, person = :person, parts = :parts, choice = :choice,
                               rule = :rule, rule_en = :ruleEn, rule_id = :ruleId, rule_version = :ruleVersion,
                               returned_by = :returnedBy, take_backs = :takeBacks, overdue = :overdue, state = :state, ended = :ended,
                               outcome = :outcome, result = :result, order_id = :orderId, opportunity_id = :opportunityId,
                               instance_id = :instanceId, revision = revision + 1
                         WHERE id = :id AND revision = :revision AND city = :city
                        """), intake)
                .param("collaborating", word(channels.collaborating()), Types.VARCHAR)
                .param("person", channels.person(), Types.VARCHAR)
                .param("rule", rule.map(Because::text).orElse(null), Types.VARCHAR)
                .param("ruleEn", rule.map(Because::textEn).orElse(null), Types.VARCHAR)
                .param("ruleId", rule.map(Because::rule).orElse(null), Types.VARCHAR)
                .param("ruleVersion", rule.map(Because::version).orElse(null), Types.INTEGER)
                .param("returnedBy", words(channels.returnedBy(), Channel::word))
                .param("takeBacks", channels.takeBacks())
                .param("overdue", channels.overdue())
                .param("ended", timestamp(progress.ended()), Types.TIMESTAMP)
                .param(
                        "outcome",
                        progress.outcome() == null ? null : progress.outcome().word(),
                        Types.VARCHAR)
                .param("result", progress.result(), Types.VARCHAR)
                .param("orderId", progress.orderId(), Types.VARCHAR)
                .param("opportunityId", progress.opportunityId(), Types.VARCHAR)
                .param("instanceId", intake.instanceId(), Types.VARCHAR)
                .param("revision", intake.revision())
                .update();
        if (updated != 1) {
            throw new OptimisticLockingFailureException("intake " + intake.id() + " has changed since it was read");
        }
    }

    private static StatementSpec written(StatementSpec statement, Intake intake) {
        var entry = intake.entry();
        var channels = intake.channels();
        return statement
                .param("id", intake.id())
                .param("city", entry.city())
                .param("kind", entry.kind().word())
                .param("customerId", entry.customerId(), Types.VARCHAR)
                .param("prospect", entry.prospect())
                .param("customerName", entry.customerName())
                .param("contactName", entry.contactName(), Types.VARCHAR)
                .param("contactPhone", entry.contactPhone(), Types.VARCHAR)
                .param("callbackPhone", entry.callbackPhone(), Types.VARCHAR)
                .param("offeringIds", entry.offeringIds().toArray(String[]::new))
                .param("need", entry.need())
                .param("handling", channels.handling().word())
                .param("parts", words(channels.parts(), Channel::word))
                .param("choice", word(channels.choice()), Types.VARCHAR)
                .param("state", intake.state().word())
                .param("search", search(intake));
    }

    private static String search(Intake intake) {
        var entry = intake.entry();
        return String.join(
                        "\n",
                        intake.id(),
                        entry.customerName(),
                        "" + entry.customerId(),
                        "" + entry.contactName(),
                        "" + entry.externalId())
                .toLowerCase(Locale.ROOT);
    }

    /** No change that anybody who is just working on it would have to look at. */
    void told(String id, Instant now) {
        jdbc.sql("UPDATE intake.intake SET told = :now WHERE id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    Optional<Intake> find(String id) {
        return one("id = :id", Map.of("id", id), "");
    }

    /** Nobody else changes it until this transaction ends. */
    Optional<Intake> lock(String id) {
        return one("id = :id", Map.of("id", id), " FOR NO KEY UPDATE");
    }

    /** Those that this order or opportunity came of. */
    List<Intake> before(String number) {
        var parameters = new HashMap<String, Object>(Map.of("number", number));
        var scope = DataScope.condition("city", parameters);
        return jdbc.sql("SELECT " + IntakeRows.COLUMNS
                        + " FROM intake.intake WHERE (order_id = :number OR opportunity_id = :number) AND " + scope
                        + " ORDER BY created, id")
                .params(parameters)
                .query(ROWS)
                .list();
    }

    private Optional<Intake> one(String condition, Map<String, ?> values, String manner) {
        var parameters = new HashMap<String, Object>(values);
        var scope = DataScope.condition("city", parameters);
        return jdbc.sql("SELECT " + IntakeRows.COLUMNS + " FROM intake.intake WHERE " + condition + " AND " + scope
                        + manner)
                .params(parameters)
                .query(ROWS)
                .optional();
    }

    Page<Intake> list(IntakeFilter filter, Paging paging) {
        var conditions = new IntakeConditions(filter);
        return lists.page(
                paging,
                new Listing(
                        IntakeRows.COLUMNS,
                        TABLE,
                        "id",
                        TABLE + " WHERE " + conditions.sql(),
                        paging.orderBy(SORTABLE, NEWEST_FIRST),
                        conditions.params()),
                ROWS);
    }

    void each(IntakeFilter filter, Consumer<Intake> reader) {
        var conditions = new IntakeConditions(filter);
        lists.each(
                "SELECT " + IntakeRows.COLUMNS + " FROM " + TABLE + " WHERE " + conditions.sql() + " ORDER BY "
                        + NEWEST_FIRST,
                conditions.params(),
                ROWS,
                reader);
    }

    private static @Nullable String word(@Nullable Channel channel) {
        return channel == null ? null : channel.word();
    }

    private static <T> String[] words(Collection<T> all, Function<T, String> word) {
        return all.stream().map(word).toArray(String[]::new);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
