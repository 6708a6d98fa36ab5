package esop.identity.administration;

import esop.web.Lists;
import esop.web.Page;
import esop.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AdministrationRepository {

    private static final String PERSON = """
            SELECT person.id, person.name, person.organization, organization.city, person.superior, person.active,
                   ARRAY(SELECT role FROM identity.person_role WHERE person_role.person = person.id) AS roles,
                   ARRAY(SELECT city FROM identity.person_city WHERE person_city.person = person.id) AS cities,
                   ARRAY(SELECT module || '=' || access FROM identity.person_module
                         WHERE person_module.person = person.id) AS exceptions,
                   person.rights_version
            FROM identity.person person
            JOIN identity.organization organization ON organization.id = person.organization
            """;

    private final JdbcClient jdbc;
    private final Lists lists;

    AdministrationRepository(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    Page<AdministeredPerson> people(@Nullable String city, String text, @Nullable String organization, Paging paging) {
        var where = """
                WHERE (:city::text IS NULL OR organization.city = :city)
                  AND (:organization::text IS NULL OR person.organization = :organization)
                  AND (strpos(lower(person.name), lower(:text)) > 0 OR strpos(person.id, lower(:text)) > 0)
                """;
        var order = paging.orderBy(Map.of("id", "person.id", "name", "person.name"), "person.id");
        var parameters = new HashMap<String, Object>();
        parameters.put("city", city);
        parameters.put("text", text);
        parameters.put("organization", organization);
        return lists.page(
                paging,
                """
                FROM identity.person person
                JOIN identity.organization organization ON organization.id = person.organization
                """ + where,
                parameters,
                () -> jdbc.sql(PERSON + where + "ORDER BY " + order + " LIMIT :limit OFFSET :offset")
                        .params(parameters)
                        .param("limit", paging.limit())
                        .param("offset", paging.offset())
                        .query(AdministrationRepository::person)
                        .list());
    }

    Optional<AdministeredPerson> find(String id) {
        return jdbc.sql(PERSON + "WHERE person.id = ?")
                .param(id)
                .query(AdministrationRepository::person)
                .optional();
    }

    /** Another system's settings are found by its account without dashes. */
    boolean readsLikeAClient(String id) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM identity.person WHERE kind = 'client' AND replace(id, '-', '') = replace(:id, '-', ''))
                        """).param("id", id).query(Boolean.class).single();
    }

    /** Held against others who would change the same person until the transaction ends. */
    Optional<AdministeredPerson> lock(String id) {
        return jdbc.sql(PERSON + "WHERE person.id = ? FOR UPDATE OF person")
                .param(id)
                .query(AdministrationRepository::person)
                .optional();
    }

    /** The city of a part of the organisation; an empty optional where there is no such part. */
    Optional<Optional<String>> cityOf(String organization) {
        return jdbc
                .sql("SELECT city FROM identity.organization WHERE id = ?")
                .param(organization)
                .query((row, number) -> Optional.ofNullable(row.getString("city")))
                .list()
                .stream()
                .findFirst();
    }

    Map<String, Grade> grades() {
        var grades = new HashMap<String, Grade>();
        jdbc.sql("SELECT id, grade, given_by FROM identity.role").query(row -> {
            grades.put(row.getString("id"), new Grade(row.getInt("grade"), row.getInt("given_by")));
        });
        return grades;
    }

    List<Role> roles(int highest, boolean english) {
        return jdbc.sql("""
                        SELECT id, CASE WHEN :english THEN name_en ELSE name END AS name, grade
                        FROM identity.role WHERE given_by <= :highest ORDER BY grade, id
                        """)
                .param("english", english)
                .param("highest", highest)
                .query(Role.class)
                .list();
    }

    Set<String> superiors(String id) {
        return new HashSet<>(jdbc.sql("""
                        WITH RECURSIVE above (id) AS (
                            SELECT superior FROM identity.person WHERE id = ? AND superior IS NOT NULL
                            UNION
                            SELECT person.superior FROM identity.person person JOIN above ON person.id = above.id
                            WHERE person.superior IS NOT NULL
                        )
                        SELECT id FROM above
                        """).param(id).query(String.class).list());
    }

    void add(String id, String name, String organization, String superior, String passwordHash) {
        jdbc.sql("""
                        INSERT INTO identity.person (id, name, kind, organization, superior, password_hash)
                        VALUES (:id, :name, 'person', :organization, :superior, :passwordHash)
                        """)
                .param("id", id)
                .param("name", name)
                .param("organization", organization)
                .param("superior", superior)
                .param("passwordHash", passwordHash)
                .update();
    }

    void store(AdministeredPerson person) {
        jdbc.sql("UPDATE identity.person SET active = :active WHERE id = :id")
                .param("active", person.active())
                .param("id", person.id())
                .update();
        for (var set : List.of("person_role", "person_city", "person_module")) {
            jdbc.sql("DELETE FROM identity." + set + " WHERE person = ?")
                    .param(person.id())
                    .update();
        }
        jdbc.sql("INSERT INTO identity.person_role (person, role) SELECT :id, unnest(:roles)")
                .param("id", person.id())
                .param("roles", person.roles().toArray(String[]::new))
                .update();
        jdbc.sql("INSERT INTO identity.person_city (person, city) SELECT :id, unnest(:cities)")
                .param("id", person.id())
                .param("cities", person.cities().toArray(String[]::new))
                .update();
        person.exceptions()
                .forEach((module, access) -> jdbc.sql(
                                "INSERT INTO identity.person_module (person, module, access) VALUES (:id, :module, :access)")
                        .param("id", person.id())
                        .param("module", module)
                        .param("access", access)
                        .update());
    }

    void setPassword(String id, String passwordHash) {
        jdbc.sql("UPDATE identity.person SET password_hash = :passwordHash WHERE id = :id")
                .param("passwordHash", passwordHash)
                .param("id", id)
                .update();
    }

    void endSessions(String id) {
        jdbc.sql("DELETE FROM identity.spring_session WHERE principal_name = ?")
                .param(id)
                .update();
    }

    Set<String> cities() {
        return new TreeSet<>(jdbc.sql("SELECT id FROM identity.organization WHERE kind = 'city'")
                .query(String.class)
                .list());
    }

    Set<String> modules() {
        return new TreeSet<>(jdbc.sql("SELECT DISTINCT module FROM identity.role_module")
                .query(String.class)
                .list());
    }

    private static AdministeredPerson person(ResultSet row, int number) throws SQLException {
        var exceptions = new TreeMap<String, String>();
        for (var exception : (String[]) row.getArray("exceptions").getArray()) {
            var parts = exception.split("=");
            exceptions.put(parts[0], parts[1]);
        }
        return new AdministeredPerson(
                row.getString("id"),
                row.getString("name"),
                row.getString("organization"),
                row.getString("city"),
                row.getString("superior"),
                row.getBoolean("active"),
                new TreeSet<>(List.of((String[]) row.getArray("roles").getArray())),
                new TreeSet<>(List.of((String[]) row.getArray("cities").getArray())),
                exceptions,
                row.getInt("rights_version"));
    }

    record Role(String id, String name, int grade) {}

    /**
     * @param held what whoever has the role may administer by it
     * @param givenBy the lowest grade of those who may give it
     */
    record Grade(int held, int givenBy) {}
}
