package esop.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** What a newcomer meets first: {@code java -jar target/esop.jar}, and everything that can stand in its way. */
class StartFaultTests {

    private static final Path DATA = Path.of("target", "start-data").toAbsolutePath();

    private Packaged esop;

    @BeforeEach
    void anEmptyFolder() throws IOException {
        FileSystemUtils.deleteRecursively(DATA);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        if (esop != null && esop.isRunning()) {
            esop.stop();
        }
        assertThat(postgresOnOurFolder()).isZero();
    }

    @Test
    void whatWasKilledStartsAgainWithItsDataAndEndsWhenAsked() throws IOException {
        var settings = settings(Province.freePort(), Province.freePort());
        esop = new Packaged("all", settings).start();
        var writtenBy = Files.getLastModifiedTime(DATA.resolve("postgres").resolve("PG_VERSION"));
        assertThat(esop.output()).contains("first start");
        esop.kill();
        assertThat(postgresOnOurFolder()).isPositive();

        esop.start();
        assertThat(esop.output()).doesNotContain("first start").doesNotContain("Exception");
        assertThat(Files.getLastModifiedTime(DATA.resolve("postgres").resolve("PG_VERSION")))
                .isEqualTo(writtenBy);

        var second = new Packaged("second", settings(Province.freePort(), Province.freePort())).launch();
        assertThat(second.await()).isEqualTo(1);
        assertThat(second.output()).contains("正被另一个 ESOP 使用").contains("in use by another ESOP");

        esop.stop();
        assertThat(postgresOnOurFolder()).isZero();
    }

    @Test
    void aTakenPortIsSaidAtOnceAndNothingIsStarted() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            esop = new Packaged("taken", settings(taken.getLocalPort(), Province.freePort())).launch();
            refused("端口 " + taken.getLocalPort(), "port " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void anotherVersionsFolderIsRefusedUntouched() throws IOException {
        Files.createDirectories(DATA.resolve("postgres"));
        Files.writeString(DATA.resolve("postgres").resolve("PG_VERSION"), "16\n");
        esop = new Packaged("version", settings(Province.freePort(), Province.freePort())).launch();
        refused("由 PostgreSQL 16 写成", "was written by PostgreSQL 16");
        assertThat(Files.list(DATA.resolve("postgres"))).hasSize(1);
    }

    @Test
    void aFolderThatIsNoneIsRefused() throws IOException {
        Files.createFile(DATA);
        esop = new Packaged("rights", settings(Province.freePort(), Province.freePort())).launch();
        refused("没有读写", "no rights to read and write");
        Files.delete(DATA);
    }

    @Test
    void anUnknownModeIsRefused() {
        esop = new Packaged("mode", settings(Province.freePort(), Province.freePort()), "--esop.mode=both").launch();
        refused("不认识的运行方式", "unknown mode");
    }

    @Test
    void theDemoIsNotOpenedToEveryNetworkUnasked() {
        esop = new Packaged("open", settings(Province.freePort(), Province.freePort()), "--esop.mode=server").launch();
        refused("人人皆知", "everybody knows the passwords");
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        var settings = new HashMap<>(settings(Province.freePort(), Province.freePort()));
        settings.put("SERVER_ADDRESS", "localhost");
        settings.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost:1/esop");
        esop = new Packaged("database", settings, "--esop.mode=server").launch();
        refused("连不上数据库", "cannot be reached");
    }

    private void refused(String chinese, String english) {
        assertThat(esop.await()).isEqualTo(1);
        assertThat(esop.output())
                .contains(chinese)
                .contains(english)
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }

    private static Map<String, String> settings(int serverPort, int sandboxPort) {
        return Map.of(
                "ESOP_DATA", DATA.toString(),
                "SERVER_PORT", String.valueOf(serverPort),
                "ESOP_SANDBOX_PORT", String.valueOf(sandboxPort));
    }

    private static long postgresOnOurFolder() throws IOException {
        var pidFile = DATA.resolve("postgres").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return 0;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).stream().count();
    }
}
