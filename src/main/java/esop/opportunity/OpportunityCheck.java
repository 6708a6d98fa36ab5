package esop.opportunity;

import esop.catalog.Catalog;
import esop.customer.Customer;
import esop.customer.Customers;
import esop.identity.CurrentPerson;
import esop.web.FieldError;
import esop.web.Texts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds an opportunity against customers, catalogue and calendar; names each wrong field in the person's language. */
@Component
class OpportunityCheck {

    static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");
    static final Set<String> SOURCES = Set.of(
            "account-manager",
            "tele-manager",
            "hotline",
            "hall",
            "agent",
            "website",
            "crm",
            "bi",
            "department",
            "partner");
    private static final BigDecimal MOST_REVENUE = new BigDecimal("9999999999");
    private static final Pattern PHONE = Pattern.compile("[0-9+()\\- ]{5,20}");
    private static final int MOST_PRODUCTS = 20;

    private final Customers customers;
    private final Catalog catalog;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    OpportunityCheck(Customers customers, Catalog catalog, CurrentPerson currentPerson, Clock clock) {
        this.customers = customers;
        this.catalog = catalog;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    List<FieldError> check(NewOpportunity wish) {
        var errors = new ArrayList<FieldError>();
        text(wish.name(), "name", 120, errors);
        if (wish.name() == null || wish.name().isBlank()) {
            errors.add(error("name", "required"));
        }
        text(wish.need(), "need", 2_000, errors);
        text(wish.campaign(), "campaign", 64, errors);
        text(wish.industry(), "industry", 64, errors);
        text(wish.contactName(), "contactName", 60, errors);
        text(wish.customerName(), "customerName", 120, errors);
        customer(wish, errors);
        if (wish.contactPhone() != null
                && !wish.contactPhone().isBlank()
                && !PHONE.matcher(wish.contactPhone()).matches()) {
            errors.add(error("contactPhone", "phone"));
        }
        if (wish.source() != null && !SOURCES.contains(wish.source())) {
            errors.add(error("source", "source"));
        }
        revenue(wish.expectedRevenue(), errors);
        day(wish.acquired(), "acquired", errors)
                .filter(day -> day.isAfter(today()))
                .ifPresent(day -> errors.add(error("acquired", "future")));
        day(wish.deadline(), "deadline", errors)
                .filter(day -> day.isBefore(today()) && wish.revision() == null)
                .ifPresent(day -> errors.add(error("deadline", "past")));
        products(wish.offeringIds(), errors);
        return errors;
    }

    Optional<Customer> customer(@Nullable String id) {
        return id == null || id.isBlank() ? Optional.empty() : customers.find(id);
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(PROVINCE));
    }

    /** Another city's customer is not found, like one that does not exist. */
    private void customer(NewOpportunity wish, List<FieldError> errors) {
        if (wish.customerId() != null && !wish.customerId().isBlank()) {
            var found = customers.find(wish.customerId());
            if (found.isEmpty()) {
                errors.add(error("customerId", "unknown-customer", wish.customerId()));
            } else if (found.get().closed()) {
                errors.add(error("customerId", "closed-customer", found.get().name()));
            }
            return;
        }
        if (wish.customerName() == null || wish.customerName().isBlank()) {
            errors.add(error("customerId", "no-customer"));
        }
        var cities = currentPerson.get().cities();
        if (wish.city() == null ? cities.size() != 1 : !cities.contains(wish.city())) {
            errors.add(error("city", "city"));
        }
    }

    private static void revenue(@Nullable BigDecimal revenue, List<FieldError> errors) {
        if (revenue == null) {
            return;
        }
        if (revenue.signum() < 0 || revenue.compareTo(MOST_REVENUE) > 0) {
            errors.add(error("expectedRevenue", "amount"));
        } else if (revenue.stripTrailingZeros().scale() > 2) {
            errors.add(error("expectedRevenue", "cents"));
        }
    }

    private void products(@Nullable List<@Nullable String> ids, List<FieldError> errors) {
        if (ids == null) {
            return;
        }
        if (ids.size() > MOST_PRODUCTS) {
            errors.add(error("offeringIds", "too-many", MOST_PRODUCTS));
            return;
        }
        for (var i = 0; i < ids.size(); i++) {
            if (ids.get(i) == null || catalog.find(ids.get(i)).isEmpty()) {
                errors.add(error("offeringIds[" + i + "]", "unknown-product", ids.get(i)));
            }
        }
    }

    static Optional<LocalDate> day(@Nullable String text, String field, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException unreadable) {
            errors.add(error(field, "no-date"));
            return Optional.empty();
        }
    }

    static void text(@Nullable String text, String field, int longest, List<FieldError> errors) {
        if (text == null) {
            return;
        }
        if (text.codePointCount(0, text.length()) > longest) {
            errors.add(error(field, "too-long", longest));
        } else if (text.chars().anyMatch(letter -> Character.isISOControl(letter) && "\n\r\t".indexOf(letter) < 0)) {
            errors.add(error(field, "control"));
        }
    }

    static FieldError error(String field, String key, @Nullable Object... arguments) {
        var words = Arrays.stream(arguments).map(String::valueOf).toArray();
        return new FieldError(field, Texts.get("opportunity.invalid." + key, words));
    }
}
