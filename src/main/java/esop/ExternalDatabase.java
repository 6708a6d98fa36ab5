package esop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** A database of the operator's own; looked at before anything starts on it. */
record ExternalDatabase(String url, String username, String password) {

    private static final int OLDEST_VERSION = 15;

    Map<String, Object> properties() {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", username,
                "spring.datasource.password", password);
    }

    /** The server's migrations create the role that the application works as. */
    void checkForServer() {
        check("""
                SELECT rolsuper OR rolcreaterole OR
                       EXISTS (SELECT 1 FROM pg_roles
                               WHERE rolname = 'esop_app' AND pg_has_role(current_user, oid, 'MEMBER'))
                FROM pg_roles
                WHERE rolname = current_user
                """, "CREATEROLE");
    }

    void checkForSandbox() {
        check("SELECT has_schema_privilege('public', 'CREATE')", "CREATE ON SCHEMA public");
    }

    private void check(String enoughRights, String right) {
        try (var connection = connect()) {
            checkVersion(connection);
            checkRight(connection, "SELECT has_database_privilege(current_database(), 'CREATE')", "CREATE ON DATABASE");
            checkRight(connection, enoughRights, right);
        } catch (SQLException failure) {
            throw translated(failure);
        }
    }

    private Connection connect() throws SQLException {
        var login = new Properties();
        login.setProperty("user", username);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(url, login);
    }

    private void checkVersion(Connection connection) throws SQLException {
        var version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw new StartFailure(
                    "数据库 " + place() + " 是 PostgreSQL " + version + "，ESOP 需要 " + OLDEST_VERSION + " 或更新的版本。",
                    "the database " + place() + " is PostgreSQL " + version + "; ESOP needs " + OLDEST_VERSION
                            + " or newer.");
        }
    }

    private void checkRight(Connection connection, String question, String right) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            if (!answer.next() || !answer.getBoolean(1)) {
                throw new StartFailure(
                        "数据库 " + place() + " 的用户 " + username + " 缺少权限 " + right + "。请由数据库管理员授予后再启动。",
                        "user " + username + " of the database " + place() + " lacks the right " + right
                                + ". Have the database's administrator grant it, then start again.");
            }
        }
    }

    private StartFailure translated(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        if (state.startsWith("28")) {
            return new StartFailure(
                    "数据库 " + place() + " 拒绝用户 " + username + " 登录。请检查 …_USERNAME 和 …_PASSWORD。",
                    "the database " + place() + " refuses user " + username + ". Check …_USERNAME and …_PASSWORD.",
                    failure);
        }
        if (state.equals("3D000")) {
            return new StartFailure(
                    "数据库 " + place() + " 不存在。请先创建它（CREATE DATABASE）。",
                    "the database " + place() + " does not exist. Create it first (CREATE DATABASE).",
                    failure);
        }
        return new StartFailure(
                "连不上数据库 " + place() + "。请检查地址、网络，以及 PostgreSQL 是否在运行。",
                "the database " + place()
                        + " cannot be reached. Check the address, the network, and that PostgreSQL runs.",
                failure);
    }

    /** Never with the query string, which may carry a password. */
    private String place() {
        return url.replaceFirst("\\?.*", "");
    }
}
