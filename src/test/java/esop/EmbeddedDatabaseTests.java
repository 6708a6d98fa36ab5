package esop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EsopTest
class EmbeddedDatabaseTests {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatWasCommittedIsOnTheDisk() {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
    }

    @Test
    void theVersionIsTheOneThatDataFoldersAreComparedWith() {
        assertThat(setting("server_version")).startsWith(EmbeddedDatabase.MAJOR_VERSION + ".");
    }

    @Test
    void namesSortByPinyin() {
        assertThat(jdbc.sql("SELECT name FROM (VALUES ('张'), ('安'), ('李')) AS person(name) ORDER BY name")
                        .query(String.class)
                        .list())
                .containsExactly("安", "李", "张");
    }

    @Test
    void nobodyEntersWithoutThePassword() throws Exception {
        var rules = Files.readString(Path.of("target", "test-postgres", "pg_hba.conf"));
        assertThat(rules.lines().filter(line -> line.startsWith("host")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("scram-sha-256"));
    }

    private String setting(String name) {
        return jdbc.sql("SELECT current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }
}
