package esop.identity;

import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import java.util.Collection;
import java.util.LinkedHashMap;
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
    private final Lists lists;

    PeopleRepository(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    @Override
    public Optional<Person> find(String id) {
        return jdbc.sql(PERSON + "WHERE person.id = ?")
                .param(id)
                .query(TO_PERSON)
                .optional();
    }

    @Override
    public Optional<Person> superior(String id) {
        return jdbc.sql(PERSON + """
                        WHERE person.active AND person.id = (SELECT below.superior FROM identity.person below WHERE below.id = :id)
                        """).param("id", id).query(TO_PERSON).optional();
    }

    @Override
    public Optional<String> groupName(String group, boolean english) {
        var at = group.indexOf('@');
        return at < 0
                ? Optional.empty()
                : jdbc.sql("""
                                SELECT CASE WHEN :english THEN coalesce(role.name_en, partner.name_en) || ', ' || city.name_en
                                            ELSE city.name || coalesce(role.name, partner.name) END
                                FROM identity.organization city
                                LEFT JOIN identity.role role ON role.id = :role
                                LEFT JOIN identity.organization partner ON partner.id = :role AND partner.kind = 'partner'
                                WHERE city.id = :city AND (role.id IS NOT NULL OR partner.id IS NOT NULL)
                                """)
                        .param("english", english)
                        .param("role", group.substring(0, at))
                        .param("city", group.substring(at + 1))
                        .query(String.class)
                        .optional();
    }

    @Override
    public Map<String, String> unitsOf(String person, boolean english) {
        var units = new LinkedHashMap<String, String>();
        jdbc.sql("""
                        WITH RECURSIVE around (id, parent, name, name_en, distance) AS (
                            SELECT o.id, o.parent, o.name, o.name_en, 0
                            FROM identity.person p JOIN identity.organization o ON o.id = p.organization
                            WHERE p.id = :person
                            UNION ALL
                            SELECT o.id, o.parent, o.name, o.name_en, around.distance + 1
                            FROM around JOIN identity.organization o ON o.id = around.parent
                        )
                        SELECT id, CASE WHEN :english THEN name_en ELSE name END AS name FROM around ORDER BY distance
                        """).param("person", person).param("english", english).query(row -> {
            units.put(row.getString("id"), row.getString("name"));
        });
        return units;
    }

    @Override
    public Optional<String> unitName(String organization, boolean english) {
        return jdbc.sql(
                        "SELECT CASE WHEN :english THEN name_en ELSE name END FROM identity.organization WHERE id = :id")
                .param("id", organization)
                .param("english", english)
                .query(String.class)
                .optional();
    }

    @Override
    public List<Person> below(String superior, int most) {
        return jdbc.sql("""
                        WITH RECURSIVE team (id, distance) AS (
                            SELECT id, 1 FROM identity.person WHERE superior = :superior
                            UNION
                            SELECT p.id, team.distance + 1
                            FROM team JOIN identity.person p ON p.superior = team.id
                            WHERE team.distance < 20
                        )
                        """ + PERSON + """
                        JOIN (SELECT id, min(distance) AS distance FROM team GROUP BY id) AS team ON team.id = person.id
                        WHERE person.active AND person.kind = 'person' AND person.id <> :superior
                        ORDER BY team.distance, person.organization, person.id
                        LIMIT :most
                        """)
                .param("superior", superior)
                .param("most", most)
                .query(TO_PERSON)
                .list();
    }

    @Override
    public boolean leads(String superior) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.person WHERE superior = :superior AND active)")
                .param("superior", superior)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isBelow(String person, String superior) {
        return jdbc.sql("""
                        WITH RECURSIVE above (id, superior) AS (
                            SELECT id, superior FROM identity.person WHERE id = :person
                            UNION
                            SELECT p.id, p.superior FROM above JOIN identity.person p ON p.id = above.superior
                        )
                        SELECT EXISTS (SELECT 1 FROM above WHERE superior = :superior)
                        """)
                .param("person", person)
                .param("superior", superior)
                .query(Boolean.class)
                .single();
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

    @Override
    public List<Person> workingIn(String city, @Nullable String partner, String text, int most) {
        return jdbc.sql(PERSON + """
                        WHERE person.active AND person.kind = 'person'
                          AND CASE WHEN organization.kind = 'partner' THEN organization.id END IS NOT DISTINCT FROM CAST(:partner AS text)
                          AND EXISTS (SELECT 1 FROM identity.person_city
                                      WHERE person_city.person = person.id AND person_city.city = :city)
                          AND (strpos(lower(person.name), lower(:text)) > 0 OR strpos(person.id, lower(:text)) > 0)
                        ORDER BY person.name, person.id
                        LIMIT :most
                        """)
                .param("city", city)
                .param("partner", partner)
                .param("text", text)
                .param("most", most)
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
        var parameters = Map.of("cities", cities.toArray(String[]::new), "text", text);
        var order = paging.orderBy(Map.of("id", "person.id", "name", "person.name"), "person.name, person.id");
        return lists.page(
                paging,
                "FROM identity.person person " + where,
                parameters,
                () -> jdbc.sql(PERSON + where + "ORDER BY " + order + " LIMIT :limit OFFSET :offset")
                        .params(parameters)
                        .param("limit", paging.limit())
                        .param("offset", paging.offset())
                        .query(TO_PERSON)
                        .list());
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
    public boolean isPartner(String organization) {
        return is("partner", organization);
    }

    @Override
    public boolean isCity(String id) {
        return is("city", id);
    }

    @Override
    public List<String> roles() {
        return jdbc.sql("SELECT id FROM identity.role ORDER BY id")
                .query(String.class)
                .list();
    }

    private boolean is(String kind, String organization) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.organization WHERE id = :id AND kind = :kind)")
                .param("id", organization)
                .param("kind", kind)
                .query(Boolean.class)
                .single();
    }

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
