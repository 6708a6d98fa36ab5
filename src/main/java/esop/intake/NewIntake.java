package esop.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An intake as somebody enters it; nothing about it has been checked.
 *
 * @param customerId null for a customer we do not know, who then has a name and a city
 * @param kind a word of {@link IntakeKind}
 * @param need what the customer wants, in their words
 * @param note what the next channel should know
 * @param contactPhone the number the customer speaks from
 * @param callbackPhone where to call back, if that is another one
 * @param channel the channel the customer chooses, where the rule lets them
 * @param externalId the number another system knows it by: the same twice is one intake
 * @param outcome a word of {@link Outcome}, where the contact channel has done it while speaking
 * @param result what came of it, then
 * @param revision of what is changed; nothing for a new one
 */
public record NewIntake(
        @Nullable String customerId,
        @Nullable String customerName,
        @Nullable String city,
        @Nullable String kind,
        @Nullable List<@Nullable String> offeringIds,
        @Nullable String need,
        @Nullable String note,
        @Nullable String contactName,
        @Nullable String contactPhone,
        @Nullable String callbackPhone,
        @Nullable String channel,
        @Nullable String externalId,
        @Nullable String outcome,
        @Nullable String result,
        @Nullable Integer revision) {}
