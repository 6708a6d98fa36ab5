package esop.customer;

import esop.customer.Customer.Contact;
import esop.identity.DataScope;
import esop.web.Listing;
import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CustomerRepository {

    private static final String COLUMNS = """
            id, name, name_en, city, level, industry, member_count, manager, manager_name, address, status, customer_since, refreshed
            """;

    /** A number is found as a whole only: digit after digit, a search would tell what the list hides. */
    private static final String FOUND =
            "(strpos(search, :fragment) > 0 OR id IN (SELECT customer_id FROM customer.contact WHERE phone = :fragment))";

    private static final String BY_NAME = "name COLLATE \"zh-Hans-CN-x-icu\", id";
    private static final Map<String, String> SORTABLE = Map.of(
            "name", "name COLLATE \"zh-Hans-CN-x-icu\"",
            "id", "id",
            "city", "city",
            "level", "level",
            "memberCount", "member_count");

    private final JdbcClient jdbc;
    private final Lists lists;

    CustomerRepository(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    Optional<Customer> find(String id) {
        var parameters = new HashMap<String, Object>(Map.of("id", id));
        return withContacts(jdbc.sql("SELECT " + COLUMNS + " FROM customer.customer WHERE id = :id AND "
                                + DataScope.condition("city", parameters))
                        .params(parameters)
                        .query((row, number) -> customer(row))
                        .list())
                .stream()
                .findFirst();
    }

    Page<Customer> search(String text, @Nullable String city, Paging paging) {
        var fragment = text.strip().toLowerCase(Locale.ROOT);
        var parameters = new HashMap<String, Object>(Map.of("fragment", fragment));
        var from = "customer.customer WHERE " + DataScope.condition("city", parameters) + " AND status <> 'closed'"
                + (city == null ? "" : " AND city = :city")
                + (fragment.isEmpty() ? "" : " AND " + FOUND);
        parameters.put("city", city);
        var list = new Listing(COLUMNS, "customer.customer", "id", from, paging.orderBy(SORTABLE, BY_NAME), parameters);
        return lists.page(paging, list, (row, number) -> customer(row)).replaced(this::withContacts);
    }

    /** The copy of one page of the CRM's customers, replacing what we had of them. */
    void save(List<Customer> customers) {
        for (var customer : customers) {
            jdbc.sql("""
                            INSERT INTO customer.customer
                                   (id, city, name, name_en, level, industry, member_count, manager, manager_name, address, status,
                                    customer_since, search, refreshed)
                            VALUES (:id, :city, :name, :nameEn, :level, :industry, :memberCount, :manager, :managerName, :address,
                                    :status, :customerSince, :search, :refreshed)
                                ON CONFLICT (id) DO UPDATE
                               SET city = excluded.city, name = excluded.name, name_en = excluded.name_en, level = excluded.level,
                                   industry = excluded.industry, member_count = excluded.member_count, manager = excluded.manager,
                                   manager_name = excluded.manager_name, address = excluded.address, status = excluded.status,
                                   customer_since = excluded.customer_since, search = excluded.search, refreshed = excluded.refreshed
                            """)
                    .param("id", customer.id())
                    .param("city", customer.city())
                    .param("name", customer.name())
                    .param("nameEn", customer.nameEn())
                    .param("level", customer.level())
                    .param("industry", customer.industry())
                    .param("memberCount", customer.memberCount())
                    .param("manager", customer.manager())
                    .param("managerName", customer.managerName())
                    .param("address", customer.address())
                    .param("status", customer.status())
                    .param("customerSince", timestamp(customer.customerSince()))
                    .param("search", searchText(customer))
                    .param("refreshed", timestamp(customer.refreshed()))
                    .update();
            saveContacts(customer);
        }
    }

    private void saveContacts(Customer customer) {
        jdbc.sql("DELETE FROM customer.contact WHERE customer_id = :id")
                .param("id", customer.id())
                .update();
        var position = 0;
        for (var contact : customer.contacts()) {
            jdbc.sql("""
                            INSERT INTO customer.contact (customer_id, position, city, name, title, phone, email)
                            VALUES (:id, :position, :city, :name, :title, :phone, :email)
                            """)
                    .param("id", customer.id())
                    .param("position", position++)
                    .param("city", customer.city())
                    .param("name", contact.name())
                    .param("title", contact.title())
                    .param("phone", contact.phone())
                    .param("email", contact.email())
                    .update();
        }
    }

    /** Whoever the CRM no longer names has left; their orders still refer to them. */
    void closeThoseNotSeenSince(Instant start) {
        jdbc.sql("UPDATE customer.customer SET status = 'closed' WHERE refreshed < :start AND status <> 'closed'")
                .param("start", timestamp(start))
                .update();
    }

    private static String searchText(Customer customer) {
        var words = new ArrayList<String>(List.of(customer.id(), customer.name(), String.valueOf(customer.nameEn())));
        for (var contact : customer.contacts()) {
            words.add(contact.name());
        }
        return String.join("\n", words).toLowerCase(Locale.ROOT);
    }

    private List<Customer> withContacts(List<Customer> customers) {
        var contacts = jdbc
                .sql("""
                        SELECT customer_id, name, title, phone, email
                          FROM customer.contact
                         WHERE customer_id = ANY (:ids)
                         ORDER BY customer_id, position
                        """)
                .param("ids", customers.stream().map(Customer::id).toArray(String[]::new))
                .query((row, number) -> Map.entry(
                        row.getString("customer_id"),
                        new Contact(
                                row.getString("name"),
                                row.getString("title"),
                                row.getString("phone"),
                                row.getString("email"))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return customers.stream()
                .map(customer -> customer.with(contacts.getOrDefault(customer.id(), List.of())))
                .toList();
    }

    private static Customer customer(ResultSet row) throws SQLException {
        var since = row.getTimestamp("customer_since");
        return new Customer(
                row.getString("id"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("city"),
                row.getString("level"),
                row.getString("industry"),
                row.getInt("member_count"),
                row.getString("manager"),
                row.getString("manager_name"),
                row.getString("address"),
                row.getString("status"),
                since == null ? null : since.toInstant(),
                List.of(),
                row.getTimestamp("refreshed").toInstant());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
