package esop.opportunity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DocumentRepository {

    private final JdbcClient jdbc;

    DocumentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Document> of(String opportunityId) {
        return jdbc.sql("""
                        SELECT d.id, d.kind, d.name, d.media_type, d.size, d.added, coalesce(p.name, d.added_by) AS added_by
                          FROM opportunity.document d
                          LEFT JOIN identity.person p ON p.id = d.added_by
                         WHERE d.opportunity_id = :opportunityId
                         ORDER BY d.id
                        """)
                .param("opportunityId", opportunityId)
                .query((row, number) -> new Document(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getInt("size"),
                        row.getTimestamp("added").toInstant(),
                        row.getString("added_by")))
                .list();
    }

    boolean hasSigned(String opportunityId) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM opportunity.document
                                        WHERE opportunity_id = :opportunityId AND kind = 'signed')
                        """)
                .param("opportunityId", opportunityId)
                .query(Boolean.class)
                .single();
    }

    Optional<byte[]> content(String opportunityId, long id) {
        return jdbc.sql("SELECT content FROM opportunity.document WHERE opportunity_id = :opportunityId AND id = :id")
                .param("opportunityId", opportunityId)
                .param("id", id)
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    /** Of signed files the last one counts; the earlier ones stay, as what they are. */
    void add(
            SalesOpportunity opportunity,
            String kind,
            String name,
            String mediaType,
            byte[] content,
            Instant now,
            String person) {
        jdbc.sql("""
                        INSERT INTO opportunity.document
                               (opportunity_id, city, kind, name, media_type, size, content, added, added_by)
                        VALUES (:opportunityId, :city, :kind, :name, :mediaType, :size, :content, :added, :addedBy)
                        """)
                .param("opportunityId", opportunity.id())
                .param("city", opportunity.city())
                .param("kind", kind)
                .param("name", name)
                .param("mediaType", mediaType)
                .param("size", content.length)
                .param("content", content)
                .param("added", Timestamp.from(now))
                .param("addedBy", person)
                .update();
    }
}
