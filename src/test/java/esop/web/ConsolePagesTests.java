package esop.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest(
        excludeAutoConfiguration =
                org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration.class)
@ContextConfiguration(classes = ConsolePages.class)
@EnabledIf("built")
class ConsolePagesTests {

    @Autowired
    MockMvc mvc;

    static boolean built() {
        return Files.exists(Path.of("target/classes/static/app/index.html"));
    }

    @Test
    void everyPageAddressIsAnsweredWithTheConsoleThatIsCheckedForChanges() throws Exception {
        for (var page : new String[] {"/app/inbox/mine/42", "/app/orders", "/app/orders/PO20261123000042"}) {
            mvc.perform(get(page))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Cache-Control", "no-cache"))
                    .andExpect(content().string(Matchers.containsString("<div id=\"root\">")));
        }
        mvc.perform(get("/app/")).andExpect(forwardedUrl("/app/index.html"));
        mvc.perform(get("/")).andExpect(redirectedUrl("/app/"));
    }

    @Test
    void filesWithAHashInTheirNameAreKeptForEverAndComeCompressed() throws Exception {
        var script = mvc.perform(get("/app/index.html"))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("(?s).*src=\"(/app/assets/[^\"]+)\".*", "$1");
        mvc.perform(get(script).header("Accept-Encoding", "gzip"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", Matchers.containsString("immutable")))
                .andExpect(header().string("Content-Encoding", "gzip"));
    }

    @Test
    void aMissingFileIsMissing() throws Exception {
        mvc.perform(get("/app/assets/none.js")).andExpect(status().isNotFound());
        mvc.perform(get("/app/none.css")).andExpect(status().isNotFound());
    }
}
