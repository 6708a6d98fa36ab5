package esop.ordering;

import esop.customer.Customer;
import esop.web.FieldError;
import esop.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whom to call about an order: one of the customer's contacts by name, or anybody with a number. */
final class ContactCheck {

    private static final int LONGEST_NAME = 60;
    private static final Pattern PHONE = Pattern.compile("(1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8})");

    private ContactCheck() {}

    static List<FieldError> errors(@Nullable OrderContact contact, Optional<Customer> customer) {
        var errors = new ArrayList<FieldError>();
        if (contact == null) {
            return errors;
        }
        var name = text(contact.name());
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            errors.add(new FieldError("contact.name", Texts.get("ordering.invalid.contact-name", LONGEST_NAME)));
        } else if (name.chars().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError("contact.name", Texts.get("ordering.invalid.control")));
        }
        var phone = text(contact.phone());
        if (phone.isEmpty()) {
            if (customer.isPresent() && known(name, customer.get()).isEmpty()) {
                errors.add(new FieldError("contact.phone", Texts.get("ordering.invalid.contact-without-phone")));
            }
        } else if (!PHONE.matcher(phone).matches()) {
            errors.add(new FieldError("contact.phone", Texts.get("ordering.invalid.contact-phone")));
        }
        return errors;
    }

    /** With the number of the customer's contact where none was said; of what was found right. */
    static @Nullable OrderContact complete(@Nullable OrderContact contact, Customer customer) {
        if (contact == null) {
            return null;
        }
        var name = text(contact.name());
        var phone = text(contact.phone());
        return new OrderContact(name, phone.isEmpty() ? known(name, customer).orElseThrow() : phone);
    }

    private static Optional<String> known(String name, Customer customer) {
        return customer.contacts().stream()
                .filter(person -> person.name().equals(name) && person.phone() != null)
                .map(Customer.Contact::phone)
                .findFirst();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
