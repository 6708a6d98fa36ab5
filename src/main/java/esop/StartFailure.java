package esop;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.boot.web.server.PortInUseException;

/** A start that cannot succeed: what is wrong, where, and what to do, in both languages. */
final class StartFailure extends RuntimeException {

    private static final String DISK_FULL = "53100";

    private final String chinese;
    private final String english;

    StartFailure(String chinese, String english) {
        this(chinese, english, null);
    }

    StartFailure(String chinese, String english, Throwable cause) {
        super(english, cause);
        this.chinese = chinese;
        this.english = english;
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return english;
    }

    /** Names the causes that people can remove; anything else keeps its own words and points to the log. */
    static StartFailure of(Throwable failure, Path log) {
        return find(failure, StartFailure.class)
                .or(() -> find(failure, PortInUseException.class).map(taken -> portTaken(taken.getPort(), taken)))
                .or(() -> find(failure, SQLException.class)
                        .filter(refused -> DISK_FULL.equals(refused.getSQLState()))
                        .map(StartFailure::diskFull))
                .orElseGet(() -> unexpected(failure, log));
    }

    static StartFailure portTaken(int port, Throwable cause) {
        return new StartFailure(
                "端口 " + port + " 已被别的程序占用。请结束那个程序，或换一个端口：ESOP 用环境变量 SERVER_PORT，仿真系统用 ESOP_SANDBOX_PORT。",
                "port " + port + " is taken by another program. End that program or choose another port:"
                        + " SERVER_PORT for ESOP, ESOP_SANDBOX_PORT for the sandbox.",
                cause);
    }

    private static StartFailure diskFull(SQLException cause) {
        return new StartFailure(
                "数据库所在的磁盘已满。请腾出空间后再启动；已有的数据没有丢失。",
                "the disk of the database is full. Free some space and start again; the data is still there.",
                cause);
    }

    private static StartFailure unexpected(Throwable failure, Path log) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var words = Optional.ofNullable(root.getMessage())
                .map(message -> message.lines().findFirst().orElse(""))
                .filter(line -> !line.isBlank())
                .map(line -> line.substring(0, Math.min(line.length(), 300)))
                .orElse(root.getClass().getSimpleName());
        return new StartFailure(
                "启动失败：" + words + "。详情见日志 " + log + "。",
                "the start failed: " + words + ". The log tells more: " + log,
                failure);
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
