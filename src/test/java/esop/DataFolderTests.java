package esop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir
    private Path folder;

    @Test
    void oneEsopAtATime() throws IOException {
        var first = DataFolder.claim(folder);
        assertThatThrownBy(() -> DataFolder.claim(folder))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("in use by another ESOP")
                .hasMessageContaining(folder.toString());
        first.close();
        DataFolder.claim(folder).close();
    }

    @Test
    void anotherVersionsDataIsLeftAlone() throws IOException {
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres").resolve("PG_VERSION"), "16\n");
        assertThatThrownBy(() -> DataFolder.claim(folder))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("PostgreSQL 16")
                .hasMessageContaining("PostgreSQL 17");
        assertThat(Files.readString(folder.resolve("postgres").resolve("PG_VERSION")))
                .isEqualTo("16\n");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        var inTheWay = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> DataFolder.checkRights(inTheWay.resolve("data")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("no rights")
                .hasMessageContaining("ESOP_DATA");
    }
}
