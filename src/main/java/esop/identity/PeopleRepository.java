package esop.identity;

import esop.web.Page;
import esop.web.Paging;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PeopleRepository implements People {

    private static final String PERSON = """
            SELECT person.id, person.name, organization.name AS organization, person.kind,
                   CASE WHEN organization.kind = 'partner' THEN organization.id END AS partner,
                   ARRAY(SELECT role FROM identity.person_role WHERE person_role.person = person.id) AS roles,
                   ARRAY(SELECT city FROM identity.person_city WHERE person_city.person = person.id) AS cities
            FROM identity.person person
            JOIN identity.organization organization ON organization.id = person.organization
            """;

    private static final RowMapper<Person> TO_PERSON = (row, number) -> new Person(
            row.getString("id"),
            row.getString("name"),
            row.getString("organization"),
            row.getString("partner"),
            words((String[]) row.getArray("roles").getArray()),
            words((String[]) row.getArray("cities").getArray()));

    private final JdbcClient jdbc;

    PeopleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Person> find(String id) {
        return jdbc.sql(PERSON + "WHERE person.id = ?")
                .param(id)
                .query(TO_PERSON)
                .optional();
    }

    @Override
    public List<Person> inGroup(String group) {
        var at = group.indexOf('@');
        if (at < 0) {
            return List.of();
        }
        return jdbc.sql(PERSON + """
                        WHERE person.active
                          AND CASE WHEN organization.kind = 'partner' THEN organization.id = :role
                                   ELSE EXISTS (SELECT 1 FROM identity.person_role
                                                WHERE person_role.person = person.id AND person_role.role = :role) END
                          AND EXISTS (SELECT 1 FROM identity.person_city
                                      WHERE person_city.person = person.id AND person_city.city = :city)
                        ORDER BY person.id
                        """)
                .param("role", group.substring(0, at))
                .param("city", group.substring(at + 1))
                .query(TO_PERSON)
                .list();
    }

    /** Active people, not other systems, who share a city with somebody; found by a part of name or id. */
    Page<Person> colleagues(Collection<String> cities, String text, Paging paging) {
        var where = """
                WHERE person.active AND person.kind = 'person'
                  AND EXISTS (SELECT 1 FROM identity.person_city
                              WHERE person_city.person = person.id AND person_city.city = ANY (:cities))
                  AND (strpos(lower(person.name), lower(:text)) > 0 OR strpos(person.id, lower(:text)) > 0)
                """;
        var order = paging.orderBy(Map.of("id", "person.id", "name", "person.name"), "person.name, person.id");
        var items = jdbc.sql(PERSON + where + "ORDER BY " + order + " LIMIT :limit OFFSET :offset")
                .param("cities", cities.toArray(String[]::new))
                .param("text", text)
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query(TO_PERSON)
                .list();
        var total = jdbc.sql("SELECT count(*) FROM identity.person person " + where)
                .param("cities", cities.toArray(String[]::new))
                .param("text", text)
                .query(Long.class)
                .single();
        return paging.of(items, total);
    }

    /** The demo province's people whom the login page offers: the first of each kind that has something to do. */
    List<Suggested> suggested(boolean english) {
        return jdbc.sql("""
                        SELECT person.id, person.name, CASE WHEN :english THEN role.name_en ELSE role.name END AS role_name
                        FROM unnest(ARRAY['account-manager.nanjing', 'account-manager.suzhou', 'account-manager.wuxi',
                                          'operations.nanjing', 'operations.suzhou', 'operations.wuxi',
                                          'tele-manager.nanjing', 'manager.nanjing', 'manager', 'si.local', 'admin'])
                             WITH ORDINALITY AS wanted (id, position)
                        JOIN identity.person person ON person.id = wanted.id AND person.active
                        JOIN identity.person_role ON person_role.person = person.id
                        JOIN identity.role role ON role.id = person_role.role
                        ORDER BY wanted.position
                        """).param("english", english).query(Suggested.class).list();
    }

    void add(NewPerson person, String passwordHash) {
        jdbc.sql("""
                        INSERT INTO identity.person (id, name, kind, organization, superior, password_hash)
                        VALUES (:id, :name, :kind, :organization, :superior, :passwordHash)
                        """)
                .param("id", person.id())
                .param("name", person.name())
                .param("kind", person.kind())
                .param("organization", person.organization())
                .param("superior", person.superior())
                .param("passwordHash", passwordHash)
                .update();
        jdbc.sql("INSERT INTO identity.person_role (person, role) SELECT :id, unnest(:roles)")
                .param("id", person.id())
                .param("roles", person.roles().toArray(String[]::new))
                .update();
        jdbc.sql("INSERT INTO identity.person_city (person, city) SELECT :id, unnest(:cities)")
                .param("id", person.id())
                .param("cities", person.cities().toArray(String[]::new))
                .update();
    }

    Optional<Rights> rights(String id, int version) {
        var client = jdbc.sql("SELECT kind = 'client' FROM identity.person WHERE id = ?")
                .param(id)
                .query(Boolean.class)
                .optional();
        return find(id).map(person -> new Rights(person, version, client.orElse(false), modules(id)));
    }

    /** What the roles open, and over it the exceptions made for this person. */
    private Map<String, String> modules(String id) {
        var modules = new TreeMap<String, String>();
        jdbc.sql("""
                        SELECT module, max(access) AS access
                        FROM identity.role_module
                        JOIN identity.person_role ON person_role.role = role_module.role
                        WHERE person_role.person = :id
                        GROUP BY module
                        """).param("id", id).query(row -> {
            modules.put(row.getString("module"), row.getString("access"));
        });
        jdbc.sql("SELECT module, access FROM identity.person_module WHERE person = :id")
                .param("id", id)
                .query(row -> {
                    modules.put(row.getString("module"), row.getString("access"));
                });
        modules.values().removeIf("none"::equals);
        return modules;
    }

    private static Set<String> words(String[] words) {
        return new TreeSet<>(List.of(words));
    }

    record Suggested(String id, String name, String roleName) {}

    /** @param kind {@code person} or {@code client} */
    record NewPerson(
            String id,
            String name,
            String kind,
            String organization,
            @Nullable String superior,
            List<String> roles,
            List<String> cities) {}

    @Override
    public boolean isProvinceWide(Person person) {
        return jdbc.sql("""
                        SELECT NOT EXISTS (
                            SELECT 1 FROM identity.organization WHERE kind = 'city' AND NOT id = ANY (:cities))
                        """)
                .param("cities", person.cities().toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }
}
