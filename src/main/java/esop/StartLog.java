package esop;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Logging from the first line on: warnings on the console, whole stack traces only in the file. */
final class StartLog {

    private StartLog() {}

    static Map<String, Object> properties(Path file) {
        return Map.of(
                "logging.file.name",
                file.toString(),
                "logging.threshold.console",
                "INFO",
                "logging.level.root",
                "WARN",
                "logging.level.esop",
                "INFO",
                "logging.level." + Esop.class.getName(),
                "DEBUG",
                // They print what StartFailure says in people's words.
                "logging.level.org.springframework.boot.SpringApplication",
                "OFF",
                "logging.level.org.springframework.boot.diagnostics",
                "OFF",
                "logging.level.org.springframework.boot.web.servlet.context",
                "ERROR");
    }

    static void open(Path file) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addLast(new MapPropertySource("log", properties(file)));
        var logging = LoggingSystem.get(StartLog.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(environment), null, LogFile.get(environment));
        properties(file).forEach((name, value) -> {
            if (name.startsWith("logging.level.")) {
                var logger = name.substring("logging.level.".length());
                logging.setLogLevel(
                        logger.equals("root") ? LoggingSystem.ROOT_LOGGER_NAME : logger,
                        LogLevel.valueOf((String) value));
            }
        });
    }
}
