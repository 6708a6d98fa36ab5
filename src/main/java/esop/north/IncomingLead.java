package esop.north;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TMF699 SalesLead_Create, as far as we understand it; {@code externalId} is our extension. Nothing about it has been checked. */
record IncomingLead(
        @Nullable String externalId,
        @Nullable String name,
        @Nullable String description,
        @Nullable String referredDate,
        @Nullable Money estimatedRevenue,
        @Nullable Ref channel,
        @Nullable Ref marketingCampaign,
        @Nullable Ref productOffering,
        @Nullable Ref marketSegment,
        @Nullable Period validFor,
        @Nullable List<@Nullable Contact> prospectContact,
        @Nullable List<@Nullable Party> relatedParty) {

    record Money(@Nullable String unit, @Nullable BigDecimal value) {}

    record Ref(@Nullable String id, @Nullable String name) {}

    record Period(@Nullable String endDateTime) {}

    record Contact(@Nullable String mediumType, @Nullable Medium characteristic) {}

    record Medium(@Nullable String city, @Nullable String phoneNumber) {}

    record Party(
            @Nullable String id,
            @Nullable String name,
            @Nullable String role,
            @JsonProperty("@referredType") @Nullable String referredType) {}
}
