package esop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.i18n.LocaleContextHolder;

class TextsTests {

    @Test
    void whoDoesNotAskGetsChinese() {
        LocaleContextHolder.resetLocaleContext();

        assertThat(Texts.get("web.problem.unknown")).isEqualTo("找不到");
    }

    @Test
    void placeholdersAreFilled() {
        assertThat(Texts.in(Texts.ENGLISH, "web.unknown-sort", "a, b")).isEqualTo("can be sorted by: a, b");
    }

    @ParameterizedTest
    @MethodSource("esop.web.Texts#bundleNames")
    void eachTextIsThereInBothLanguages(String bundle) throws IOException {
        assertThat(keys(bundle + "_en")).isEqualTo(keys(bundle + "_zh_CN"));
    }

    private static java.util.Set<Object> keys(String bundle) throws IOException {
        var texts = new Properties();
        try (var file = Texts.class.getClassLoader().getResourceAsStream(bundle + ".properties")) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return texts.keySet();
    }
}
