package esop.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Tells the province's story once, in the background, after the server can be used. */
@Component
@ConditionalOnProperty({"esop.demo", "esop.story"})
class DemoProvince {

    private static final Logger log = LoggerFactory.getLogger(DemoProvince.class);
    private static final String PASSWORD = "esop-demo";

    private final Chapters chapters;
    private final ObjectMapper json;
    private final Environment environment;

    DemoProvince(ObjectMapper json, Environment environment) {
        this.chapters = new Chapters(environment);
        this.json = json;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() throws IOException {
        var story = json.readValue(new ClassPathResource("demo/story.json").getInputStream(), Story.class);
        var teller = new Thread(() -> tell(story), "demo-province");
        teller.setDaemon(true);
        teller.start();
    }

    private void tell(Story story) {
        var all = story.chapters().size()
                + story.deals().size()
                + story.visits().size()
                + story.goodbyes().size()
                + story.audits().size();
        if (chapters.countTold() == all) {
            return;
        }
        var esop = RestClient.create("http://localhost:" + environment.getProperty("local.server.port"));
        var sandbox = RestClient.create(environment.getRequiredProperty("esop.sandbox-url"));
        try {
            new Storyteller(story, chapters, new Colleagues(esop, PASSWORD), new SandboxSwitches(sandbox), told -> {
                        if (told % 10 == 0 || told == all) {
                            log.info("演示省数据 {}/{} · demo province {}/{}", told, all, told, all);
                        }
                    })
                    .tell();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            log.warn("the demo province's story stops here and goes on at the next start: {}", failure.toString());
        }
    }
}
