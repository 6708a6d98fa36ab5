package esop.identity.signon;

import esop.identity.AuditLog;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A new password in place of the old one, which whoever wants it has just proved to know. */
@Service
class OwnPassword {

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final AuditLog audit;

    OwnPassword(JdbcClient jdbc, Passwords passwords, AuditLog audit) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.audit = audit;
    }

    /** @param session the one that goes on; credentials end because the password is one of the rights they were issued for */
    @Transactional
    public void change(String person, String password, String session) {
        jdbc.sql("UPDATE identity.person SET password_hash = :hash WHERE id = :person")
                .param("hash", passwords.hash(password))
                .param("person", person)
                .update();
        jdbc.sql("DELETE FROM identity.spring_session WHERE principal_name = :person AND session_id <> :session")
                .param("person", person)
                .param("session", session)
                .update();
        audit.record("password.changed", "person/" + person, null, Map.of());
    }
}
