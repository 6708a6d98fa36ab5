package esop.demo;

import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Each city of the demo province has a calendar of its own, in which it says nothing yet: the province's hours and holidays count. */
@Component
@ConditionalOnProperty({"esop.demo", "esop.story"})
class DemoCalendars {

    private record City(String name, String nameEn) {}

    private static final Map<String, City> CITIES = Map.of(
            "nanjing", new City("南京", "Nanjing"),
            "suzhou", new City("苏州", "Suzhou"),
            "wuxi", new City("无锡", "Wuxi"));

    private final JdbcClient jdbc;

    DemoCalendars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void add() {
        CITIES.forEach((id, city) -> jdbc.sql("""
                        INSERT INTO workflow.calendar (id, name, name_en, parent, city)
                        VALUES (:id, :name, :nameEn, 'province', :id)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .param("id", id)
                .param("name", city.name())
                .param("nameEn", city.nameEn())
                .update());
    }
}
