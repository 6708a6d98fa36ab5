package esop.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Begins the file of a list, as CSV or as a spreadsheet. */
@Component
public class ExportFiles {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");

    private final Clock clock;

    ExportFiles(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param format {@code csv} or {@code xlsx}
     * @param name of the file, which bears today's date too
     * @param sheet what a spreadsheet is called in the reader's language
     * @throws BadRequestException for any other format
     */
    public ExportFile begin(String format, String name, String sheet, HttpServletResponse response) throws IOException {
        if (!format.equals("csv") && !format.equals("xlsx")) {
            throw new BadRequestException("format", Texts.get("web.export-format"));
        }
        var file = name + "-" + LocalDate.now(clock.withZone(PROVINCE)) + "." + format;
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file).build().toString());
        if (format.equals("csv")) {
            response.setContentType("text/csv;charset=UTF-8");
            return new CsvFile(response.getOutputStream());
        }
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        return new ExcelFile(response.getOutputStream(), sheet);
    }
}
