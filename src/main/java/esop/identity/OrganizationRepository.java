package esop.identity;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tree of province, cities, counties and departments. */
@Repository
class OrganizationRepository {

    private final JdbcClient jdbc;

    OrganizationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<City> cities(Collection<String> ids) {
        return jdbc.sql("""
                        SELECT id, name, name_en
                        FROM identity.organization
                        WHERE kind = 'city' AND id = ANY (:ids)
                        ORDER BY id
                        """)
                .param("ids", ids.toArray(String[]::new))
                .query(City.class)
                .list();
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM identity.organization)")
                .query(Boolean.class)
                .single();
    }

    void add(String id, @org.jspecify.annotations.Nullable String parent, String kind, String name, String nameEn) {
        jdbc.sql("""
                        INSERT INTO identity.organization (id, parent, kind, name, name_en, city)
                        VALUES (:id, :parent, :kind, :name, :nameEn,
                                CASE WHEN :kind = 'city' THEN :id
                                     ELSE (SELECT city FROM identity.organization WHERE id = :parent) END)
                        """)
                .param("id", id)
                .param("parent", parent)
                .param("kind", kind)
                .param("name", name)
                .param("nameEn", nameEn)
                .update();
    }

    record City(String id, String name, String nameEn) {}
}
