package esop.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** RFC 4180 in UTF-8, with the byte order mark that spreadsheets need to see Chinese. */
public class CsvFile implements ExportFile {

    private final BufferedWriter writer;

    public CsvFile(OutputStream out) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
    }

    @Override
    public void row(List<String> cells) {
        try {
            writer.write(cells.stream().map(CsvFile::quoted).collect(Collectors.joining(",")));
            writer.write("\r\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static String quoted(String cell) {
        var text = ExportFile.harmless(cell);
        return text.chars().anyMatch(letter -> ",\"\r\n".indexOf(letter) >= 0)
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
