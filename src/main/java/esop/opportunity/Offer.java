package esop.opportunity;

import static esop.web.Texts.CHINESE;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import esop.web.Texts;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The offer to a customer as a PDF, in Chinese, by the texts {@code opportunity.offer.…}; its font comes with it (ADR 26). */
@Component
public class Offer {

    private static final String FONT = "fonts/NotoSansCJKsc-GBK.otf";
    private static final Color LINE = new Color(0xcc, 0xd3, 0xdc);
    private static final Color HEAD = new Color(0xf3, 0xf5, 0xf8);
    private static final Color WARNING = new Color(0xb3, 0x26, 0x1e);

    private final BaseFont letters;
    private final Clock clock;

    Offer(Clock clock) {
        this.letters = letters();
        this.clock = clock;
    }

    public byte[] of(SalesOpportunity opportunity) {
        var out = new ByteArrayOutputStream();
        try (var document = new Document(PageSize.A4, 56, 56, 56, 56)) {
            PdfWriter.getInstance(document, out);
            document.addTitle(text("title") + " " + opportunity.id());
            document.open();
            head(document, opportunity);
            parties(document, opportunity);
            document.add(paragraph(
                    Texts.in(
                            CHINESE,
                            "opportunity.offer.intro",
                            opportunity.entry().name()),
                    10.5f,
                    10));
            section(document, "need", opportunity.entry().need());
            document.add(paragraph(text("items"), 12, 12));
            document.add(items(opportunity.solution()));
            section(document, "note", opportunity.solution().note());
            document.add(paragraph(text("terms"), 9, 14));
            document.add(paragraph(text("signature") + "：" + name(opportunity), 10.5f, 24));
        }
        return out.toByteArray();
    }

    private void head(Document document, SalesOpportunity opportunity) {
        var title = paragraph(text("title"), 18, 0);
        title.setAlignment(Element.ALIGN_CENTER);
        document.add(title);
        if (!opportunity.solutionState().equals("approved")) {
            var draft = new Paragraph(text("draft"), new Font(letters, 10.5f, Font.NORMAL, WARNING));
            draft.setAlignment(Element.ALIGN_CENTER);
            document.add(draft);
        }
    }

    private void parties(Document document, SalesOpportunity opportunity) {
        var entry = opportunity.entry();
        var table = new PdfPTable(new float[] {1, 3, 1, 3});
        table.setWidthPercentage(100);
        table.setSpacingBefore(14);
        Stream.of(
                        text("to"),
                        entry.customerName(),
                        text("number"),
                        opportunity.id() + "-" + opportunity.revision(),
                        text("contact"),
                        entry.contactName() == null ? "" : entry.contactName(),
                        text("date"),
                        LocalDate.now(clock.withZone(OpportunityCheck.PROVINCE)).toString(),
                        text("from"),
                        text("company"),
                        text("signature"),
                        name(opportunity))
                .map(words -> cell(words, Element.ALIGN_LEFT))
                .forEach(cell -> {
                    cell.setBorder(0);
                    table.addCell(cell);
                });
        document.add(table);
    }

    private PdfPTable items(Solution solution) {
        var table = new PdfPTable(new float[] {3, 1, 2, 2, 1.2f, 1.6f, 2.4f});
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        table.setHeaderRows(1);
        Stream.of("product", "quantity", "oneTime", "recurring", "discount", "months", "value")
                .map(column -> cell(text(column), Element.ALIGN_LEFT))
                .forEach(cell -> {
                    cell.setBackgroundColor(HEAD);
                    table.addCell(cell);
                });
        for (var item : solution.items()) {
            table.addCell(cell(item.name(), Element.ALIGN_LEFT));
            Stream.of(
                            Integer.toString(item.quantity()),
                            money(item.oneTime()),
                            money(item.recurring()),
                            item.discount().signum() == 0
                                    ? "–"
                                    : item.discount().stripTrailingZeros().toPlainString() + "%",
                            Integer.toString(item.months()),
                            money(item.value()))
                    .forEach(words -> table.addCell(cell(words, Element.ALIGN_RIGHT)));
        }
        var total = cell(text("total"), Element.ALIGN_RIGHT);
        total.setColspan(6);
        table.addCell(total);
        table.addCell(cell(money(solution.value()), Element.ALIGN_RIGHT));
        return table;
    }

    private void section(Document document, String heading, @Nullable String words) {
        if (words != null) {
            document.add(paragraph(text(heading), 12, 12));
            document.add(paragraph(words, 10.5f, 4));
        }
    }

    private Paragraph paragraph(String words, float size, float before) {
        var paragraph = new Paragraph(new Chunk(words, new Font(letters, size)));
        paragraph.setLeading(size * 1.5f);
        paragraph.setSpacingBefore(before);
        return paragraph;
    }

    private PdfPCell cell(String words, int alignment) {
        var cell = new PdfPCell(new Phrase(words, new Font(letters, 9.5f)));
        cell.setHorizontalAlignment(alignment);
        cell.setBorderColor(LINE);
        cell.setPadding(5);
        return cell;
    }

    private static String name(SalesOpportunity opportunity) {
        var owner = opportunity.owner().personName();
        return owner == null ? "" : owner;
    }

    private static String money(BigDecimal amount) {
        return new DecimalFormat("#,##0.00").format(amount);
    }

    private static String text(String key) {
        return Texts.in(CHINESE, "opportunity.offer." + key);
    }

    private static BaseFont letters() {
        try (var file = new ClassPathResource(FONT).getInputStream()) {
            return BaseFont.createFont(
                    FONT, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED, file.readAllBytes(), null);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
