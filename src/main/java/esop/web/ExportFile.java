package esop.web;

import java.io.IOException;
import java.util.List;

/** A table that is written row by row. */
public interface ExportFile extends AutoCloseable {

    void row(List<String> cells);

    @Override
    void close() throws IOException;

    /** A spreadsheet would take what begins like this for a formula and run it. */
    static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
