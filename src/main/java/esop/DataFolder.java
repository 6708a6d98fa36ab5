package esop;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder of the embedded PostgreSQL: writable, roomy, of our version, and used by one ESOP at a time. */
final class DataFolder implements AutoCloseable {

    private static final long NEEDED_MEGABYTES = 512;

    private final Path folder;
    private final FileLock lock;

    private DataFolder(Path folder, FileLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static void checkRights(Path folder) {
        try {
            Files.createDirectories(folder);
            for (var path : List.of(folder, folder.resolve("postgres"), folder.resolve("logs"))) {
                if (Files.exists(path) && !isOurs(path)) {
                    throw noRights(path, null);
                }
            }
        } catch (IOException failure) {
            throw noRights(folder, failure);
        }
    }

    private static boolean isOurs(Path path) {
        return Files.isReadable(path) && Files.isWritable(path) && Files.isExecutable(path);
    }

    static DataFolder claim(Path folder) throws IOException {
        var claimed = new DataFolder(folder, lock(folder));
        try {
            claimed.checkOwner();
            claimed.checkVersion();
            claimed.checkSpace();
            return claimed;
        } catch (IOException | RuntimeException failure) {
            claimed.close();
            throw failure;
        }
    }

    EmbeddedDatabase openPostgres() throws IOException {
        try {
            return EmbeddedDatabase.open(postgres());
        } catch (RuntimeException failure) {
            checkSpace(); // PostgreSQL itself may have used up the rest
            throw failure;
        }
    }

    boolean isNew() {
        return !Files.exists(postgres().resolve("PG_VERSION"));
    }

    @Override
    public void close() throws IOException {
        lock.release();
        lock.channel().close();
    }

    private Path postgres() {
        return folder.resolve("postgres");
    }

    private void checkSpace() throws IOException {
        var free = Files.getFileStore(folder).getUsableSpace() / (1024 * 1024);
        if (free < NEEDED_MEGABYTES) {
            throw new StartFailure(
                    "磁盘空间不足：数据目录 " + folder + " 只剩 " + free + " MB，至少需要 " + NEEDED_MEGABYTES
                            + " MB。请腾出空间，或用环境变量 ESOP_DATA 指定别的目录。",
                    "not enough disk space: " + free + " MB are left for the data folder " + folder + ", "
                            + NEEDED_MEGABYTES
                            + " MB are needed. Free some space, or name another folder in ESOP_DATA.");
        }
    }

    private static FileLock lock(Path folder) throws IOException {
        var path = folder.resolve("esop.lock");
        if (Files.exists(path) && !Files.isWritable(path)) {
            throw noRights(path, null);
        }
        var file = new RandomAccessFile(path.toFile(), "rw");
        try {
            var lock = file.getChannel().tryLock();
            if (lock != null) {
                file.setLength(0);
                file.writeBytes(String.valueOf(ProcessHandle.current().pid()));
                return lock;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // the same answer as for another process
        }
        var holder = file.readLine();
        file.close();
        throw new StartFailure(
                "数据目录 " + folder + " 正被另一个 ESOP 使用（进程 " + holder + "）。请先结束它，或用环境变量 ESOP_DATA 指定别的目录。",
                "the data folder " + folder + " is in use by another ESOP (process " + holder
                        + "). End that one first, or name another folder in ESOP_DATA.");
    }

    /** PostgreSQL refuses a folder of somebody else's even to the administrator. */
    private void checkOwner() throws IOException {
        var user = System.getProperty("user.name");
        if (Files.exists(postgres())
                && !user.equals("?")
                && !user.equals(Files.getOwner(postgres()).getName())) {
            throw noRights(postgres(), null);
        }
    }

    private void checkVersion() throws IOException {
        if (isNew()) {
            return;
        }
        var version = Files.readString(postgres().resolve("PG_VERSION")).trim();
        if (!version.equals(EmbeddedDatabase.MAJOR_VERSION)) {
            throw new StartFailure(
                    "数据目录 " + postgres() + " 由 PostgreSQL " + version + " 写成，而本 ESOP 自带 PostgreSQL "
                            + EmbeddedDatabase.MAJOR_VERSION
                            + "。请用 pg_upgrade 或 pg_dump 转换，或用环境变量 ESOP_DATA 指定别的目录；没有改动任何数据。",
                    "the data folder " + postgres() + " was written by PostgreSQL " + version
                            + ", this ESOP brings PostgreSQL " + EmbeddedDatabase.MAJOR_VERSION
                            + ". Convert it with pg_upgrade or pg_dump, or name another folder in ESOP_DATA; nothing was changed.");
        }
    }

    private static StartFailure noRights(Path folder, IOException cause) {
        return new StartFailure(
                "没有读写 " + folder + " 的权限。请更改它的权限或属主，或用环境变量 ESOP_DATA 指定别的目录。",
                "no rights to read and write " + folder
                        + ". Change its rights or owner, or name another folder in ESOP_DATA.",
                cause);
    }
}
