package esop.opportunity.web;

import esop.opportunity.Offer;
import esop.opportunity.Opportunities;
import esop.web.ConflictException;
import esop.web.Texts;
import esop.web.UnknownException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The offer of an opportunity's solution; one that is not approved says so. */
@RestController
class OfferController {

    private final Opportunities opportunities;
    private final Offer offer;

    OfferController(Opportunities opportunities, Offer offer) {
        this.opportunities = opportunities;
        this.offer = offer;
    }

    @GetMapping(value = "/api/opportunities/{id}/offer", produces = MediaType.APPLICATION_PDF_VALUE)
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> offer(@PathVariable String id) {
        var opportunity =
                opportunities.find(id).orElseThrow(() -> new UnknownException(Texts.get("opportunity.unknown", id)));
        if (opportunity.solution().items().isEmpty()) {
            throw new ConflictException(Texts.get("opportunity.no-solution"));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("offer-" + id + ".pdf")
                                .build()
                                .toString())
                .body(offer.of(opportunity));
    }
}
