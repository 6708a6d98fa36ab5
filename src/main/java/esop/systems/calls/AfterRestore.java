package esop.systems.calls;

import jakarta.annotation.PostConstruct;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The first start on a restored backup, as {@code ESOP_CALLS_RESTORED} says, before anything is sent: what looks unsent is doubted,
 * what was being waited for is asked for, and no number is given that the lost days have given already.
 */
@Component
class AfterRestore {

    private static final Logger log = LoggerFactory.getLogger(AfterRestore.class);

    private final JdbcClient jdbc;
    private final CallSettings settings;

    AfterRestore(JdbcClient jdbc, CallSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @PostConstruct
    void begin() {
        if (!settings.restored().isBlank() && begin(settings.restored())) {
            log.warn(
                    "This is a restored backup ({}): calls are asked for before they are sent, for {} days from now",
                    settings.restored(),
                    settings.doubt().toDays());
        }
    }

    /** Once for each restore, however often and on however many nodes it is said. */
    boolean begin(String word) {
        return jdbc.sql("SELECT systems.begin_after_restore(:word, :doubt * interval '1 millisecond')")
                .param("word", word)
                .param("doubt", settings.doubt().toMillis())
                .query(Boolean.class)
                .single();
    }
}
