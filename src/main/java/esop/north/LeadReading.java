package esop.north;

import esop.north.IncomingLead.Contact;
import esop.north.IncomingLead.Medium;
import esop.north.IncomingLead.Party;
import esop.opportunity.NewOpportunity;
import esop.web.FieldError;
import esop.web.InvalidException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A lead in TMF699's words as one of ours; a customer we do not know stays a name. */
final class LeadReading {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");

    private static final Map<String, String> THEIRS = Map.of(
            "customerId", "relatedParty",
            "customerName", "relatedParty",
            "need", "description",
            "campaign", "marketingCampaign.id",
            "contactPhone", "prospectContact",
            "city", "prospectContact[0].characteristic.city",
            "acquired", "referredDate",
            "source", "channel.id",
            "expectedRevenue", "estimatedRevenue.value",
            "deadline", "validFor.endDateTime");

    private final IncomingLead lead;

    LeadReading(IncomingLead lead) {
        this.lead = lead;
    }

    /** @param isKnown whether a customer's id is one we know */
    NewOpportunity read(Predicate<String> isKnown) {
        var customer = party("customer");
        var known = customer.map(Party::id).filter(isKnown);
        var prospect = known.isPresent()
                ? Optional.<String>empty()
                : customer.or(() -> party("prospect")).map(Party::name);
        var medium = all(lead.prospectContact()).stream()
                .map(Contact::characteristic)
                .filter(Objects::nonNull)
                .findFirst();
        return new NewOpportunity(
                known.orElse(null),
                prospect.orElse(null),
                known.isPresent() ? null : medium.map(Medium::city).orElse(null),
                lead.name(),
                lead.description(),
                id(lead.marketingCampaign()),
                lead.marketSegment() == null ? null : lead.marketSegment().name(),
                party("contact").map(Party::name).orElse(null),
                medium.map(Medium::phoneNumber).orElse(null),
                day(lead.referredDate()),
                id(lead.channel()),
                lead.estimatedRevenue() == null ? null : lead.estimatedRevenue().value(),
                lead.validFor() == null ? null : day(lead.validFor().endDateTime()),
                lead.productOffering() == null
                        ? List.of()
                        : List.of(String.valueOf(lead.productOffering().id())),
                null,
                null);
    }

    /** What was found wrong, at the attributes the caller has filled in. */
    static InvalidException theirs(InvalidException refused) {
        return new InvalidException(
                refused.getMessage(),
                refused.errors().stream()
                        .map(error -> new FieldError(
                                error.field().startsWith("offeringIds")
                                        ? "productOffering.id"
                                        : THEIRS.getOrDefault(error.field(), error.field()),
                                error.message()))
                        .toList());
    }

    private Optional<Party> party(String role) {
        return all(lead.relatedParty()).stream()
                .filter(party -> role.equals(party.role()))
                .findFirst();
    }

    private static <T> List<T> all(@Nullable List<@Nullable T> list) {
        return list == null
                ? List.of()
                : list.stream().<T>map(one -> one).filter(Objects::nonNull).toList();
    }

    private static @Nullable String id(IncomingLead.@Nullable Ref ref) {
        return ref == null ? null : ref.id();
    }

    /** A day in the province; what cannot be read is found wrong as it is. */
    private static @Nullable String day(@Nullable String moment) {
        try {
            return moment == null
                    ? null
                    : OffsetDateTime.parse(moment)
                            .atZoneSameInstant(PROVINCE)
                            .toLocalDate()
                            .toString();
        } catch (DateTimeParseException unreadable) {
            return moment;
        }
    }
}
