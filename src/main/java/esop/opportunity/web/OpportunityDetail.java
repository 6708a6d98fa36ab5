package esop.opportunity.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import esop.opportunity.Agreement;
import esop.opportunity.Approval;
import esop.opportunity.Document;
import esop.opportunity.Solution;
import esop.web.FieldError;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity's page.
 *
 * @param rule why it came to whoever has it
 * @param missing what keeps it at its stage
 * @param actions what the reader may do with it now
 * @param channels to which a step can be handed
 */
record OpportunityDetail(
        @JsonUnwrapped OpportunityRow row,
        @Nullable String need,
        @Nullable String campaign,
        @Nullable String contactName,
        @Nullable String phoneMasked,
        LocalDate acquired,
        @Nullable String template,
        String createdBy,
        @Nullable String rule,
        @Nullable String ruleEn,
        @Nullable String reason,
        Map<String, Object> facts,
        List<Asked> asked,
        List<FieldError> missing,
        List<String> actions,
        SolutionPart solution,
        @Nullable Agreement agreement,
        List<Approval> approvals,
        List<Help> collaborations,
        List<Document> documents,
        List<Channel> channels,
        Mirror mirror,
        @Nullable String instanceId) {

    /** A fact that a stage asks for. */
    record Asked(String key, String stage, String type, List<String> choices) {}

    record SolutionPart(List<Line> items, @Nullable String note, String state, BigDecimal value) {}

    record Line(@JsonUnwrapped Solution.Item item, BigDecimal value) {}

    record Help(
            String stage,
            String channel,
            String channelName,
            Instant asked,
            @Nullable String askedByName,
            String ask,
            @Nullable Instant ended,
            @Nullable String endedByName,
            @Nullable String done) {}

    record Channel(String id, String name) {}

    record Mirror(@Nullable String stage, @Nullable Instant at) {}
}
