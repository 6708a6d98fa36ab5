package esop.customer.web;

import esop.customer.Customer;
import org.jspecify.annotations.Nullable;

/** A customer in a list: numbers of contacts are masked. */
record CustomerRow(
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
        @Nullable Contact contact,
        @Nullable String address) {

    static CustomerRow of(Customer customer) {
        return new CustomerRow(
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
                customer.contact()
                        .map(person -> new Contact(person.name(), person.phoneMasked()))
                        .orElse(null),
                customer.address());
    }

    record Contact(String name, @Nullable String phoneMasked) {}
}
