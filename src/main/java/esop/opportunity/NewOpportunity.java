package esop.opportunity;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity as somebody enters it; nothing about it has been checked.
 *
 * @param customerId null for a customer we do not know yet, who then has a name and a city
 * @param acquired {@code yyyy-MM-dd}; today where nothing is said
 * @param contactPhone of a change: nothing leaves the number as it is, blank takes it away
 * @param source the contact channel; that of whoever enters it where nothing is said
 * @param deadline {@code yyyy-MM-dd}
 * @param templateId the template it is made from, if any
 * @param revision of what is changed; nothing for a new one
 */
public record NewOpportunity(
        @Nullable String customerId,
        @Nullable String customerName,
        @Nullable String city,
        @Nullable String name,
        @Nullable String need,
        @Nullable String campaign,
        @Nullable String industry,
        @Nullable String contactName,
        @Nullable String contactPhone,
        @Nullable String acquired,
        @Nullable String source,
        @Nullable BigDecimal expectedRevenue,
        @Nullable String deadline,
        @Nullable List<@Nullable String> offeringIds,
        @Nullable String templateId,
        @Nullable Integer revision) {}
