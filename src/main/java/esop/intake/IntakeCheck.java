package esop.intake;

import esop.catalog.Catalog;
import esop.customer.Customer;
import esop.customer.Customers;
import esop.identity.CurrentPerson;
import esop.web.FieldError;
import esop.web.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds an intake against customers and catalogue; names each wrong field in the person's language. */
@Component
class IntakeCheck {

    static final int LONGEST_TEXT = 2_000;
    private static final Pattern PHONE = Pattern.compile("[0-9+()\\- ]{5,20}");
    private static final int MOST_PRODUCTS = 20;

    private final Customers customers;
    private final Catalog catalog;
    private final CurrentPerson currentPerson;

    IntakeCheck(Customers customers, Catalog catalog, CurrentPerson currentPerson) {
        this.customers = customers;
        this.catalog = catalog;
        this.currentPerson = currentPerson;
    }

    List<FieldError> check(NewIntake wish) {
        var errors = new ArrayList<FieldError>();
        customer(wish, errors);
        if (wish.kind() == null || IntakeKind.named(wish.kind()).isEmpty()) {
            errors.add(error("kind", "kind"));
        }
        if (wish.need() == null || wish.need().isBlank()) {
            errors.add(error("need", "required"));
        }
        text(wish.need(), "need", LONGEST_TEXT, errors);
        text(wish.note(), "note", LONGEST_TEXT, errors);
        text(wish.result(), "result", LONGEST_TEXT, errors);
        text(wish.contactName(), "contactName", 60, errors);
        text(wish.customerName(), "customerName", 120, errors);
        text(wish.externalId(), "externalId", 100, errors);
        phone(wish.contactPhone(), "contactPhone", errors);
        phone(wish.callbackPhone(), "callbackPhone", errors);
        products(wish.offeringIds(), errors);
        if (wish.channel() != null && Channel.named(wish.channel()).isEmpty()) {
            errors.add(error("channel", "channel"));
        }
        if (wish.outcome() != null && Outcome.named(wish.outcome()).isEmpty()) {
            errors.add(error("outcome", "outcome"));
        }
        return errors;
    }

    Optional<Customer> customer(@Nullable String id) {
        return id == null || id.isBlank() ? Optional.empty() : customers.find(id.strip());
    }

    /** Another city's customer is not found, like one that does not exist. */
    private void customer(NewIntake wish, List<FieldError> errors) {
        if (wish.customerId() != null && !wish.customerId().isBlank()) {
            var found = customer(wish.customerId());
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

    private static void phone(@Nullable String number, String field, List<FieldError> errors) {
        if (number != null
                && !number.isBlank()
                && !PHONE.matcher(number.strip()).matches()) {
            errors.add(error(field, "phone"));
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
        return new FieldError(field, Texts.get("intake.invalid." + key, words));
    }
}
