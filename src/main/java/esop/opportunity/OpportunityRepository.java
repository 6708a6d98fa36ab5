package esop.opportunity;

import esop.web.Listing;
import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class OpportunityRepository {

    private static final String NEWEST_FIRST = "created DESC, id DESC";
    private static final Map<String, String> SORTABLE = Map.of(
            "id", "id",
            "created", "created",
            "deadline", "deadline",
            "name", "name COLLATE \"zh-Hans-CN-x-icu\"",
            "customerName", "customer_name COLLATE \"zh-Hans-CN-x-icu\"",
            "expectedRevenue", "expected_revenue",
            "stageSince", "stage_since",
            "state", "state",
            "ended", "ended",
            "agreementEnds",
                    "(SELECT ends FROM opportunity.agreement WHERE opportunity_id = sales_opportunity.id AND in_force)");

    private final JdbcClient jdbc;
    private final Lists lists;
    private final OpportunityRows rows;

    OpportunityRepository(JdbcClient jdbc, Lists lists, OpportunityRows rows) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.rows = rows;
    }

    /** A word and ten digits, to be read aloud. */
    String nextId() {
        return jdbc.sql("SELECT 'OP' || lpad(nextval('opportunity.opportunity_number')::text, 10, '0')")
                .query(String.class)
                .single();
    }

    void insert(SalesOpportunity opportunity) {
        entry(jdbc.sql("""
                        INSERT INTO opportunity.sales_opportunity
                               (id, city, name, need, campaign, customer_id, customer_name, customer_level, industry, contact_name,
                                contact_phone, acquired, source, expected_revenue, deadline, offering_ids, template, required_facts,
                                creator, creator_name, created, state, search)
                        VALUES (:id, :city, :name, :need, :campaign, :customerId, :customerName, :customerLevel, :industry,
                                :contactName, :contactPhone, :acquired, :source, :expectedRevenue, :deadline, :offeringIds,
                                :template, :requiredFacts, :creator, :creatorName, :created, :state, :search)
                        """), opportunity)
                .param("creator", opportunity.entry().creator())
                .param("creatorName", opportunity.entry().creatorName())
                .param("created", Timestamp.from(opportunity.entry().created()))
                .param("state", opportunity.state().word())
                .update();
    }

    /** Writes whatever the verbs have changed. */
    void update(SalesOpportunity opportunity) {
        var owner = opportunity.owner();
        var progress = opportunity.progress();
        var stage = progress.stage();
        var updated = entry(jdbc.sql("""
                        UPDATE opportunity.sales_opportunity
                           SET name = :name, need = :need, campaign = :campaign, customer_id = :customerId,
                               customer_name = :customerName, customer_level = :customerLevel, industry = :industry,
                               contact_name = :contactName, contact_phone = :contactPhone, acquired = :acquired, source = :source,
                               expected_revenue = :expectedRevenue, deadline = :deadline, offering_ids = :offeringIds,
                               template = :template, required_facts = :requiredFacts, search = :search,
                               executing_channel = :executing, collaborating_channel = :collaborating, owner = :owner,
                               owner_name = :ownerName, owner_group = :ownerGroup, receiver_rule = :rule,
                               receiver_rule_en = :ruleEn, returned_by = :returnedBy, state = :state, stage = :stage,
                               quick = :quick, stage_since = :stageSince, aging_at = :agingAt, over_at = :overAt, ended = :ended,
                               reason = :reason, facts = CAST(:facts AS jsonb), solution = CAST(:solution AS jsonb),
                               solution_state = :solutionState, order_id = :orderId, mirror_stage = :mirrorStage,
                               mirrored = :mirrored, instance_id = :instanceId, revision = revision + 1
                         WHERE id = :id AND revision = :revision AND city = :city
                        """), opportunity)
                .param("executing", owner.executing())
                .param("collaborating", owner.collaborating())
                .param("owner", owner.person())
                .param("ownerName", owner.personName())
                .param("ownerGroup", owner.group())
                .param("rule", owner.rule())
                .param("ruleEn", owner.ruleEn())
                .param("returnedBy", owner.returnedBy().toArray(String[]::new))
                .param("state", progress.state().word())
                .param("stage", stage == null ? null : stage.word())
                .param("quick", progress.quick())
                .param("stageSince", timestamp(progress.stageSince()))
                .param("agingAt", timestamp(progress.agingAt()))
                .param("overAt", timestamp(progress.overAt()))
                .param("ended", timestamp(progress.ended()))
                .param("reason", progress.reason())
                .param("facts", rows.json(opportunity.facts()))
                .param("solution", rows.json(opportunity.solution()))
                .param("solutionState", opportunity.solutionState())
                .param("orderId", opportunity.orderId())
                .param("mirrorStage", opportunity.mirror().stage())
                .param("mirrored", timestamp(opportunity.mirror().at()))
                .param("instanceId", opportunity.instanceId())
                .param("revision", opportunity.revision())
                .update();
        if (updated != 1) {
            throw new OptimisticLockingFailureException(
                    "opportunity " + opportunity.id() + " has changed since it was read");
        }
    }

    /** No change that anybody who is just working on it would have to look at. */
    void mirrored(SalesOpportunity opportunity, String stage, Instant now) {
        jdbc.sql("UPDATE opportunity.sales_opportunity SET mirror_stage = :stage, mirrored = :now WHERE id = :id")
                .param("stage", stage)
                .param("now", Timestamp.from(now))
                .param("id", opportunity.id())
                .update();
    }

    private static StatementSpec entry(StatementSpec statement, SalesOpportunity opportunity) {
        var entry = opportunity.entry();
        return statement
                .param("id", opportunity.id())
                .param("city", entry.city())
                .param("name", entry.name())
                .param("need", entry.need())
                .param("campaign", entry.campaign())
                .param("customerId", entry.customerId())
                .param("customerName", entry.customerName())
                .param("customerLevel", entry.customerLevel())
                .param("industry", entry.industry())
                .param("contactName", entry.contactName())
                .param("contactPhone", entry.contactPhone())
                .param("acquired", Date.valueOf(entry.acquired()))
                .param("source", entry.source())
                .param("expectedRevenue", entry.expectedRevenue())
                .param("deadline", date(entry.deadline()))
                .param("offeringIds", entry.offeringIds().toArray(String[]::new))
                .param("template", entry.template())
                .param("requiredFacts", entry.requiredFacts().toArray(String[]::new))
                .param(
                        "search",
                        String.join("\n", opportunity.id(), entry.name(), entry.customerName(), "" + entry.customerId())
                                .toLowerCase(Locale.ROOT));
    }

    Optional<SalesOpportunity> find(String id) {
        return jdbc.sql(OpportunityRows.SELECT + " WHERE id = :id AND " + OpportunityConditions.scope())
                .param("id", id)
                .param("cities", OpportunityConditions.cities())
                .query(rows)
                .optional();
    }

    /** Nobody else changes it until this transaction ends. */
    Optional<SalesOpportunity> lock(String id) {
        return jdbc.sql(OpportunityRows.SELECT + " WHERE id = :id AND " + OpportunityConditions.scope()
                        + " FOR NO KEY UPDATE")
                .param("id", id)
                .param("cities", OpportunityConditions.cities())
                .query(rows)
                .optional();
    }

    Optional<SalesOpportunity> ofOrder(String orderId) {
        return jdbc.sql(OpportunityRows.SELECT + " WHERE order_id = :orderId AND " + OpportunityConditions.scope())
                .param("orderId", orderId)
                .param("cities", OpportunityConditions.cities())
                .query(rows)
                .optional();
    }

    Page<SalesOpportunity> list(OpportunityFilter filter, Instant now, Paging paging) {
        var conditions = new OpportunityConditions(filter, now);
        var listing = new Listing(
                OpportunityRows.COLUMNS,
                OpportunityRows.TABLE,
                "id",
                conditions.from(),
                paging.orderBy(SORTABLE, NEWEST_FIRST),
                conditions.params());
        return lists.page(paging, listing, rows);
    }

    void each(OpportunityFilter filter, Instant now, Consumer<SalesOpportunity> reader) {
        var conditions = new OpportunityConditions(filter, now);
        var sql = "SELECT " + OpportunityRows.COLUMNS + " FROM " + conditions.from() + " ORDER BY " + NEWEST_FIRST;
        lists.each(sql, conditions.params(), rows, reader);
    }

    /** How many and how much lie where. */
    List<Heap> heaps(OpportunityFilter filter, Instant now) {
        var conditions = new OpportunityConditions(filter, now);
        return jdbc.sql("""
                        SELECT state, stage,
                               CASE WHEN ended IS NOT NULL OR over_at IS NULL THEN 'fresh'
                                    WHEN over_at <= :moment THEN 'over'
                                    WHEN aging_at <= :moment THEN 'aging'
                                    ELSE 'fresh' END AS age,
                               count(*) AS number, sum(expected_revenue) AS revenue
                          FROM\s""" + conditions.from() + " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3")
                .params(conditions.params())
                .param("moment", Timestamp.from(now))
                .query((row, number) -> new Heap(
                        row.getString("state"),
                        row.getString("stage"),
                        row.getString("age"),
                        row.getInt("number"),
                        row.getBigDecimal("revenue")))
                .list();
    }

    record Heap(String state, @Nullable String stage, String age, int number, BigDecimal revenue) {}

    /** How many opportunities each of these people is working on. */
    int load(String person) {
        return jdbc.sql("SELECT count(*) FROM opportunity.sales_opportunity WHERE owner = :person AND ended IS NULL")
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
