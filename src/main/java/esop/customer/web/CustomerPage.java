package esop.customer.web;

import esop.customer.Customer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer with everything we hold of it; whom to call there is hidden until somebody asks for it. */
record CustomerPage(
        String id,
        String name,
        @Nullable String nameEn,
        String city,
        String cityName,
        String level,
        @Nullable String industry,
        int memberCount,
        @Nullable String manager,
        @Nullable String managerName,
        @Nullable String address,
        String status,
        @Nullable Instant customerSince,
        CustomerRow.@Nullable Contact contact,
        List<Contact> contacts,
        Instant refreshed) {

    static CustomerPage of(Customer customer) {
        return new CustomerPage(
                customer.id(),
                customer.name(),
                customer.nameEn(),
                customer.city(),
                CityName.of(customer.city()),
                customer.level(),
                customer.industry(),
                customer.memberCount(),
                customer.manager(),
                customer.managerName(),
                customer.address(),
                customer.status(),
                customer.customerSince(),
                customer.contact()
                        .map(person -> new CustomerRow.Contact(person.name(), person.phoneMasked()))
                        .orElse(null),
                customer.contacts().stream().map(Contact::hidden).toList(),
                customer.refreshed());
    }

    record Contact(
            String name,
            @Nullable String title,
            @Nullable String phoneMasked,
            @Nullable String emailMasked) {

        static Contact hidden(Customer.Contact person) {
            return new Contact(person.name(), person.title(), person.phoneMasked(), person.emailMasked());
        }
    }
}
