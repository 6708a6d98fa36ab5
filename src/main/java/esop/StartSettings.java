package esop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What must be known before Spring is started: from the command line, then from the environment. */
record StartSettings(
        Mode mode,
        Path data,
        Optional<String> serverAddress,
        int serverPort,
        String sandboxAddress,
        int sandboxPort,
        Optional<ExternalDatabase> serverDatabase,
        Optional<ExternalDatabase> sandboxDatabase) {

    static StartSettings of(String[] arguments) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        var mode = Mode.of(environment.getProperty("esop.mode", "all"));
        return new StartSettings(
                mode,
                Path.of(environment.getProperty("esop.data", "data"))
                        .toAbsolutePath()
                        .normalize(),
                address(environment, mode),
                port(environment, "server.port", 8080),
                environment.getProperty("esop.sandbox-address", "localhost"),
                port(environment, "esop.sandbox-port", 8090),
                database(environment, "spring.datasource"),
                database(environment, "esop.sandbox-datasource"));
    }

    /** One file per process, so that a server and a sandbox with the same folder do not write into one. */
    Path log() {
        var name = switch (mode) {
            case ALL -> "esop";
            case SERVER -> "server-" + serverPort;
            case SANDBOX -> "sandbox-" + sandboxPort;
        };
        return data.resolve("logs").resolve(name + ".log");
    }

    boolean needsEmbeddedDatabase() {
        return mode.server() && serverDatabase.isEmpty() || mode.sandbox() && sandboxDatabase.isEmpty();
    }

    void checkPorts() throws IOException {
        if (mode.sandbox()) {
            Ports.checkFree(Optional.of(sandboxAddress), sandboxPort);
        }
        if (mode.server()) {
            Ports.checkFree(serverAddress, serverPort);
        }
    }

    /** Spring's, below every file and variable. */
    Map<String, Object> defaults(String configName) {
        var defaults = new HashMap<String, Object>(StartLog.properties(log()));
        defaults.put("spring.config.name", configName);
        defaults.put("spring.main.banner-mode", "off");
        serverAddress.ifPresent(address -> defaults.put("server.address", address));
        return defaults;
    }

    /** With its well-known passwords the demo is for this machine only, unless told otherwise. */
    private static Optional<String> address(Environment environment, Mode mode) {
        var address =
                Optional.ofNullable(environment.getProperty("server.address", mode == Mode.ALL ? "localhost" : null));
        var demo = !"false".equals(environment.getProperty("esop.demo"));
        if (mode == Mode.SERVER && demo && address.isEmpty()) {
            throw new StartFailure(
                    "演示省的密码人人皆知，ESOP 不会自行向所有网络开放。请用 SERVER_ADDRESS 指明监听地址"
                            + "（localhost 只限本机，0.0.0.0 为所有网络），或用 ESOP_DEMO=false 不带演示数据启动。",
                    "everybody knows the passwords of the demo, so ESOP does not open it to every network by itself."
                            + " Say with SERVER_ADDRESS where it listens (localhost: this machine only, 0.0.0.0: every"
                            + " network), or start without the demo: ESOP_DEMO=false.");
        }
        return address;
    }

    private static int port(Environment environment, String name, int otherwise) {
        var text = environment.getProperty(name, String.valueOf(otherwise));
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) < 65536) {
            return Integer.parseInt(text);
        }
        throw new StartFailure(
                "端口 " + name + "=" + text + " 无效。请给一个 1 到 65535 之间的数。",
                "port " + name + "=" + text + " is not valid. Give a number from 1 to 65535.");
    }

    private static Optional<ExternalDatabase> database(Environment environment, String prefix) {
        return Optional.ofNullable(environment.getProperty(prefix + ".url"))
                .filter(url -> !url.isBlank())
                .map(url -> new ExternalDatabase(
                        url,
                        environment.getProperty(prefix + ".username", "postgres"),
                        environment.getProperty(prefix + ".password", "")));
    }
}
