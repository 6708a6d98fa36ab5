package esop.identity.administration;

import esop.identity.AuditLog;
import esop.web.ConflictException;
import esop.web.InvalidException;
import esop.web.Texts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class OrganizationTree {

    private final JdbcClient jdbc;
    private final Administration administration;
    private final AuditLog audit;

    OrganizationTree(JdbcClient jdbc, Administration administration, AuditLog audit) {
        this.jdbc = jdbc;
        this.administration = administration;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<Unit> units() {
        return jdbc.sql("""
                        WITH RECURSIVE tree (id, parent, kind, name, name_en, city, depth) AS (
                            SELECT id, parent, kind, name, name_en, city, 0
                            FROM identity.organization WHERE parent IS NULL
                            UNION ALL
                            SELECT unit.id, unit.parent, unit.kind, unit.name, unit.name_en, unit.city, tree.depth + 1
                            FROM identity.organization unit JOIN tree ON unit.parent = tree.id
                        )
                        SELECT id, parent, kind, name, name_en, city
                        FROM tree
                        WHERE :city::text IS NULL OR city = :city
                        ORDER BY depth, id
                        """)
                .param("city", administration.reach().city())
                .query(Unit.class)
                .list();
    }

    public Unit add(String id, String parent, String kind, String name, String nameEn) {
        var reach = administration.reach();
        var above = find(parent);
        if (above == null || !reach.seesPart(above.city())) {
            throw new InvalidException("parent", Texts.get("identity.unknown-organization", parent));
        }
        if (kind.equals("city") && !above.kind().equals("province")) {
            throw new InvalidException("parent", Texts.get("identity.city-below-province"));
        }
        if (above.city() == null && reach.city() != null) {
            throw new AccessDeniedException("not the administrator's part");
        }
        if (find(id) != null) {
            throw new ConflictException(Texts.get("identity.name-taken", id));
        }
        var unit = new Unit(id, parent, kind, name, nameEn, kind.equals("city") ? id : above.city());
        store(unit);
        if (kind.equals("city")) {
            jdbc.sql("INSERT INTO identity.person_city (person, city) VALUES (:person, :city)")
                    .param("person", reach.rights().person().id())
                    .param("city", id)
                    .update();
        }
        audit.record("organization.added", "organization/" + id, unit.city(), Map.of("parent", parent, "kind", kind));
        return unit;
    }

    private @Nullable Unit find(String id) {
        return jdbc
                .sql("SELECT id, parent, kind, name, name_en, city FROM identity.organization WHERE id = ?")
                .param(id)
                .query(Unit.class)
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    private void store(Unit unit) {
        jdbc.sql("""
                        INSERT INTO identity.organization (id, parent, kind, name, name_en, city)
                        VALUES (:id, :parent, :kind, :name, :nameEn, :city)
                        """)
                .param("id", unit.id())
                .param("parent", unit.parent())
                .param("kind", unit.kind())
                .param("name", unit.name())
                .param("nameEn", unit.nameEn())
                .param("city", unit.city())
                .update();
    }

    /** @param city whose part it is, or null where it belongs to the province */
    record Unit(
            String id,
            @Nullable String parent,
            String kind,
            String name,
            String nameEn,
            @Nullable String city) {}
}
