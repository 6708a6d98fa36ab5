package esop.ordering.web;

import esop.catalog.Catalog;
import esop.provisioning.ServiceOrderView;
import esop.web.Texts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why an order or a part of it was not carried out, in a reader's words. */
@Component
class Reasons {

    private final Catalog catalog;

    Reasons(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Why an order was rejected: stored as a word and the id it is about. */
    String rejection(String reason, Locale locale) {
        var about = reason.substring(reason.indexOf(' ') + 1);
        return Texts.in(
                locale, "ordering.reason." + reason.substring(0, reason.indexOf(' ')), productName(about, locale));
    }

    /** What a service order says: of one that was never begun, which other did not succeed; else the system's own words. */
    @Nullable
    String message(ServiceOrderView view, List<ServiceOrderView> all) {
        if (view.replacedBy() != null) {
            return Texts.get("ordering.renewed-as", view.replacedBy());
        }
        return all.stream()
                .filter(other -> other.id().equals(view.message()))
                .findFirst()
                .map(other -> Texts.get(
                        "ordering.dependency-failed", productName(other.product(), Texts.current()), other.id()))
                .orElse(view.message());
    }

    private String productName(String id, Locale locale) {
        return catalog.find(id).map(offering -> offering.nameIn(locale)).orElse(id);
    }
}
