package esop.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An Excel sheet of text cells, flushed while it grows: ids keep their leading zeros, formulas stay text. */
public class ExcelFile implements ExportFile {

    private static final int FLUSH = 1_000;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    public ExcelFile(OutputStream out, String title) {
        workbook = new Workbook(out, "ESOP", "1.0");
        sheet = workbook.newWorksheet(title);
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<String> cells) {
        for (var column = 0; column < cells.size(); column++) {
            sheet.value(rows, column, ExportFile.harmless(cells.get(column)));
            if (rows == 0) {
                sheet.width(column, 20);
                sheet.style(rows, column).bold().set();
            }
        }
        rows++;
        if (rows % FLUSH == 0) {
            try {
                sheet.flush();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
