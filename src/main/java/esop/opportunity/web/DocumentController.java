package esop.opportunity.web;

import esop.opportunity.Opportunities;
import esop.opportunity.OpportunityEdits;
import esop.web.InvalidException;
import esop.web.Texts;
import esop.web.UnknownException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of an opportunity; always handed out as attachments. */
@RestController
@RequestMapping("/api/opportunities/{id}/documents")
class DocumentController {

    private final Opportunities opportunities;
    private final OpportunityEdits edits;
    private final OpportunityPages pages;

    DocumentController(Opportunities opportunities, OpportunityEdits edits, OpportunityPages pages) {
        this.opportunities = opportunities;
        this.edits = edits;
        this.pages = pages;
    }

    /** @param kind {@code signed} for the signed agreement, which must be a PDF, or {@code other} */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    OpportunityDetail attach(
            @PathVariable String id, @RequestParam String kind, @RequestParam("file") MultipartFile file)
            throws IOException {
        if (!Set.of("signed", "other").contains(kind)) {
            throw new InvalidException("kind", Texts.get("opportunity.invalid.kind"));
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "file");
        return pages.detail(edits.attach(id, kind, name, file.getBytes()));
    }

    @GetMapping("/{documentId}")
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> content(@PathVariable String id, @PathVariable long documentId) {
        var document = opportunities.find(id).stream()
                .flatMap(one -> opportunities.documents(one.id()).stream())
                .filter(one -> one.id() == documentId)
                .findFirst()
                .orElseThrow(() -> new UnknownException(Texts.get("opportunity.unknown-document")));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(opportunities.content(id, documentId).orElseThrow());
    }
}
