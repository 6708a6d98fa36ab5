package esop.north;

import esop.web.FieldError;
import esop.web.InvalidException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code ordering} found wrong, at the attributes the caller has filled in. */
final class TheirFields {

    private static final Pattern ITEM =
            Pattern.compile("items(\\[\\d+])?(?:\\.(offeringId|characteristics|action|quantity))?(.*)");

    private TheirFields() {}

    /** In TMF641's words instead of TMF622's. */
    static List<FieldError> ofServices(List<FieldError> errors) {
        return errors.stream()
                .map(error -> new FieldError(
                        error.field()
                                .replace("productOrderItem", "serviceOrderItem")
                                .replace(".productOffering", ".service.serviceSpecification")
                                .replace(".product.productCharacteristic", ".service.serviceCharacteristic"),
                        error.message()))
                .toList();
    }

    static InvalidException of(InvalidException refused) {
        return new InvalidException(
                refused.getMessage(),
                refused.errors().stream()
                        .map(error -> new FieldError(name(error.field()), error.message()))
                        .toList());
    }

    private static String name(String ours) {
        var item = ITEM.matcher(ours);
        if (item.matches()) {
            var index = item.group(1) == null ? "" : item.group(1);
            return "productOrderItem" + index + attribute(item.group(2)) + item.group(3);
        }
        return switch (ours) {
            case "customerId", "contact.name", "contact.phone" -> "relatedParty";
            case "requestedDate" -> "requestedCompletionDate";
            default -> ours;
        };
    }

    private static String attribute(@Nullable String ours) {
        if (ours == null) {
            return "";
        }
        return switch (ours) {
            case "offeringId" -> ".productOffering.id";
            case "characteristics" -> ".product.productCharacteristic";
            default -> "." + ours;
        };
    }
}
