package esop.opportunity;

import esop.web.ConflictException;
import esop.web.FieldError;
import esop.web.InvalidException;
import esop.web.Texts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** 合同管理 (ESOP 6.3.1.2): what is agreed, and the file that was signed. */
@Component
class Agreements {

    static final int LARGEST_FILE = 10 * 1024 * 1024;
    private static final int MOST_FILES = 50;
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z\\u4e00-\\u9fff/_-]{3,40}");
    private static final String OUR_PARTY = "江苏公司";

    private final AgreementRepository agreements;
    private final DocumentRepository documents;
    private final Clock clock;

    Agreements(AgreementRepository agreements, DocumentRepository documents, Clock clock) {
        this.agreements = agreements;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * @throws InvalidException with a line per wrong field
     * @throws ConflictException while it is being approved, or where the number is another agreement's
     */
    Agreement save(SalesOpportunity opportunity, Agreement.Wish wish) {
        var before = agreements.find(opportunity.id());
        if (before.filter(known -> known.state().equals("submitted")).isPresent()) {
            throw new ConflictException(Texts.get("opportunity.being-approved"));
        }
        var agreement = read(opportunity, wish);
        try {
            agreements.save(opportunity, agreement);
        } catch (DuplicateKeyException taken) {
            var sentence = Texts.get("opportunity.invalid.number-taken", agreement.number());
            throw new ConflictException(sentence, List.of(new FieldError("number", sentence)));
        }
        return agreement;
    }

    private Agreement read(SalesOpportunity opportunity, Agreement.Wish wish) {
        var errors = new ArrayList<FieldError>();
        if (wish.number() == null || !NUMBER.matcher(wish.number().strip()).matches()) {
            errors.add(OpportunityCheck.error("number", "number"));
        }
        OpportunityCheck.text(wish.customerParty(), "customerParty", 120, errors);
        OpportunityCheck.text(wish.ourParty(), "ourParty", 120, errors);
        OpportunityCheck.text(wish.note(), "note", 1_000, errors);
        var starts = required(wish.starts(), "starts", errors);
        var ends = required(wish.ends(), "ends", errors);
        if (starts.isPresent() && ends.isPresent() && !ends.get().isAfter(starts.get())) {
            errors.add(OpportunityCheck.error("ends", "ends-before"));
        }
        var signed = OpportunityCheck.day(wish.signed(), "signed", errors);
        if (signed.isPresent() && signed.get().isAfter(LocalDate.now(clock.withZone(OpportunityCheck.PROVINCE)))) {
            errors.add(OpportunityCheck.error("signed", "future"));
        }
        var boundUntil = OpportunityCheck.day(wish.boundUntil(), "boundUntil", errors);
        bounds(starts.orElse(null), ends.orElse(null), boundUntil.orElse(null), wish.penaltyShare(), errors);
        if (!errors.isEmpty()) {
            throw new InvalidException(Texts.get("opportunity.invalid"), errors);
        }
        return new Agreement(
                String.valueOf(wish.number()).strip(),
                or(wish.customerParty(), opportunity.entry().customerName()),
                or(wish.ourParty(), OUR_PARTY),
                starts.orElseThrow(),
                ends.orElseThrow(),
                signed.orElse(null),
                "draft",
                false,
                wish.note() == null || wish.note().isBlank()
                        ? null
                        : wish.note().strip(),
                boundUntil.orElse(null),
                wish.penaltyShare(),
                1,
                null);
    }

    /** Nobody binds itself for longer than the agreement, and no penalty is more than what is left to pay. */
    static void bounds(
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable LocalDate boundUntil,
            @Nullable BigDecimal penaltyShare,
            List<FieldError> errors) {
        if (boundUntil != null
                && (starts != null && !boundUntil.isAfter(starts) || ends != null && boundUntil.isAfter(ends))) {
            errors.add(OpportunityCheck.error("boundUntil", "bound-outside"));
        }
        if (penaltyShare != null
                && (penaltyShare.signum() < 0
                        || penaltyShare.compareTo(BigDecimal.ONE) > 0
                        || penaltyShare.stripTrailingZeros().scale() > 3)) {
            errors.add(OpportunityCheck.error("penaltyShare", "penalty-share"));
        }
    }

    private static Optional<LocalDate> required(@Nullable String text, String field, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            errors.add(OpportunityCheck.error(field, "required"));
        }
        return OpportunityCheck.day(text, field, errors);
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text.strip();
    }

    /** A signed agreement is a PDF and nothing that only calls itself one. */
    void attach(SalesOpportunity opportunity, String kind, String name, byte[] content, String person) {
        if (content.length == 0 || content.length > LARGEST_FILE) {
            throw new InvalidException("file", Texts.get("opportunity.invalid.file-size", LARGEST_FILE / 1024 / 1024));
        }
        if (documents.of(opportunity.id()).size() >= MOST_FILES) {
            throw new ConflictException(Texts.get("opportunity.too-many-files", MOST_FILES));
        }
        var isPdf = isPdf(content);
        if (kind.equals("signed") && !isPdf) {
            throw new InvalidException("file", Texts.get("opportunity.invalid.not-a-pdf"));
        }
        documents.add(
                opportunity,
                kind,
                harmless(name),
                isPdf ? "application/pdf" : "application/octet-stream",
                content,
                clock.instant(),
                person);
    }

    private static boolean isPdf(byte[] content) {
        var head = new String(content, 0, Math.min(content.length, 8), StandardCharsets.ISO_8859_1);
        var tail = new String(
                content,
                Math.max(0, content.length - 1_024),
                Math.min(content.length, 1_024),
                StandardCharsets.ISO_8859_1);
        return head.startsWith("%PDF-") && tail.contains("%%EOF");
    }

    /** Only the last part of a path, and nothing that could be taken for markup or a control. */
    private static String harmless(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}<>:\"|?*]", "_");
        return last.isBlank() ? "file" : last.substring(0, Math.min(last.length(), 120));
    }
}
