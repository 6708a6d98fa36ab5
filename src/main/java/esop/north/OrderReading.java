package esop.north;

import esop.north.IncomingOrder.Item;
import esop.north.IncomingOrder.Note;
import esop.north.IncomingOrder.Party;
import esop.ordering.NewOrder;
import esop.ordering.NewOrder.NewItem;
import esop.ordering.OrderContact;
import esop.web.BadRequestException;
import esop.web.FieldError;
import esop.web.Texts;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads TMF622 as an order of ours. Only the form is looked at here; whether it can be had is for {@code ordering} to say. */
class OrderReading {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST_NUMBER = 100;

    private final IncomingOrder order;
    private final List<FieldError> errors = new ArrayList<>();

    OrderReading(IncomingOrder order) {
        this.order = order;
    }

    /** @throws BadRequestException with a line per attribute that is missing or unreadable */
    NewOrder read() {
        if (order.externalId() != null && order.externalId().length() > LONGEST_NUMBER) {
            wrong("externalId", "too-long", LONGEST_NUMBER);
        }
        var read = new NewOrder(customer(), items(), requestedDate(), priority(), note(), null, null, contact());
        if (!errors.isEmpty()) {
            throw new BadRequestException(Texts.get("web.fields"), errors);
        }
        return read;
    }

    @Nullable
    String requestedDate() {
        var text = order.requestedCompletionDate();
        try {
            return text == null
                    ? null
                    : OffsetDateTime.parse(text)
                            .atZoneSameInstant(PROVINCE)
                            .toLocalDate()
                            .toString();
        } catch (DateTimeParseException unreadable) {
            wrong("requestedCompletionDate", "no-date-time");
            return null;
        }
    }

    @Nullable
    Integer priority() {
        try {
            return order.priority() == null ? null : Integer.valueOf(order.priority());
        } catch (NumberFormatException unreadable) {
            wrong("priority", "no-number");
            return null;
        }
    }

    @Nullable
    String note() {
        var notes = order.note();
        if (notes == null || notes.isEmpty()) {
            return null;
        }
        for (var i = 0; i < notes.size(); i++) {
            required(
                    "note[" + i + "].text",
                    notes.get(i) == null ? null : notes.get(i).text());
        }
        return notes.stream()
                .filter(Objects::nonNull)
                .map(Note::text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    /** What was found wrong while reading single attributes. */
    List<FieldError> errors() {
        return errors;
    }

    private @Nullable String customer() {
        var parties = order.relatedParty() == null ? List.<@Nullable Party>of() : order.relatedParty();
        for (var i = 0; i < parties.size(); i++) {
            var party = parties.get(i);
            required("relatedParty[" + i + "].id", party == null ? null : party.id());
            required("relatedParty[" + i + "].@referredType", party == null ? null : party.referredType());
        }
        var customers = parties.stream()
                .filter(party -> party != null && isCustomer(party, parties.size()))
                .toList();
        if (customers.size() != 1) {
            wrong("relatedParty", "one-customer");
            return null;
        }
        return customers.get(0).id();
    }

    private @Nullable OrderContact contact() {
        var parties = order.relatedParty() == null ? List.<@Nullable Party>of() : order.relatedParty();
        var contacts = parties.stream()
                .filter(party -> party != null && Party.isContact(party.role()))
                .toList();
        if (contacts.isEmpty()) {
            return null;
        }
        if (contacts.size() > 1) {
            wrong("relatedParty", "one-contact");
        }
        return new OrderContact(contacts.get(0).name(), null);
    }

    private static boolean isCustomer(Party party, int parties) {
        return party.role() == null ? parties == 1 : party.role().equalsIgnoreCase("customer");
    }

    private List<NewItem> items() {
        var items = order.productOrderItem() == null ? List.<@Nullable Item>of() : order.productOrderItem();
        if (items.isEmpty()) {
            wrong("productOrderItem", "missing");
        }
        var read = new ArrayList<NewItem>();
        var ids = new HashSet<String>();
        for (var i = 0; i < items.size(); i++) {
            var path = "productOrderItem[" + i + "]";
            var item = items.get(i);
            if (item == null) {
                wrong(path, "missing");
            } else {
                read.add(item(path, item));
                if (item.id() != null && !ids.add(item.id())) {
                    wrong(path + ".id", "repeated");
                }
            }
        }
        return read;
    }

    private NewItem item(String path, Item item) {
        required(path + ".id", item.id());
        required(path + ".action", item.action());
        var offering =
                item.productOffering() == null ? null : item.productOffering().id();
        required(path + ".productOffering.id", offering);
        if (item.productOrderItem() != null && !item.productOrderItem().isEmpty()) {
            wrong(path + ".productOrderItem", "nested");
        }
        return new NewItem(offering, item.action(), item.quantity(), characteristics(path, item));
    }

    Map<String, Object> characteristics(String path, Item item) {
        var values = Optional.ofNullable(item.product())
                .map(IncomingOrder.Product::productCharacteristic)
                .orElse(List.of());
        var read = new LinkedHashMap<String, Object>();
        for (var i = 0; i < values.size(); i++) {
            var at = path + ".product.productCharacteristic[" + i + "]";
            var value = values.get(i);
            required(at + ".name", value == null ? null : value.name());
            if (value == null || value.name() == null) {
                continue;
            }
            if (value.value() == null) {
                wrong(at + ".value", "missing");
            } else if (read.put(value.name(), value.value()) != null) {
                wrong(at + ".name", "repeated");
            }
        }
        return read;
    }

    private void required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            wrong(field, "missing");
        }
    }

    private void wrong(String field, String key, Object... arguments) {
        errors.add(new FieldError(field, Texts.get("north." + key, arguments)));
    }
}
