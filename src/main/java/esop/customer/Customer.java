package esop.customer;

import esop.web.Hidden;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise customer as the CRM last told us (TMF629 Customer, ESOP 6.5.2).
 *
 * @param level {@code A}, {@code B} or {@code C}, A the most important
 * @param manager sign-on name of the account manager
 * @param status the CRM's word; {@code closed} for one that has left
 * @param contacts the first one is whom we call
 * @param refreshed when this copy was made
 */
public record Customer(
        String id,
        String name,
        @Nullable String nameEn,
        String city,
        String level,
        @Nullable String industry,
        int memberCount,
        @Nullable String manager,
        @Nullable String managerName,
        @Nullable String address,
        String status,
        @Nullable Instant customerSince,
        List<Contact> contacts,
        Instant refreshed) {

    public boolean closed() {
        return status.equals("closed");
    }

    public Optional<Contact> contact() {
        return contacts.stream().findFirst();
    }

    Customer with(List<Contact> people) {
        return new Customer(
                id,
                name,
                nameEn,
                city,
                level,
                industry,
                memberCount,
                manager,
                managerName,
                address,
                status,
                customerSince,
                people,
                refreshed);
    }

    /** Somebody at the customer. */
    public record Contact(
            String name,
            @Nullable String title,
            @Nullable String phone,
            @Nullable String email) {

        /** The number with its middle hidden, for lists: {@code 138****1074}. */
        public @Nullable String phoneMasked() {
            return Hidden.number(phone);
        }

        public @Nullable String emailMasked() {
            return Hidden.mail(email);
        }
    }
}
