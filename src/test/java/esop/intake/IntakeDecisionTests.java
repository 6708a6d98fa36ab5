package esop.intake;

import static org.assertj.core.api.Assertions.assertThat;

import esop.EsopTest;
import esop.workflow.Decisions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@EsopTest
class IntakeDecisionTests {

    @Autowired
    private Decisions decisions;

    @ParameterizedTest
    @CsvSource({
        "0, false, enquiry,      leased-line,    hotline,         true,  contact,         true,  false, enquiry",
        "0, false, enquiry,      mas,            hotline,         true,  account-manager, true,  true,  complexEnquiry",
        "0, false, enquiry,      mas,            hotline,         false, contact,         true,  false, enquiry",
        "0, false, enquiry,      vpmn,           website,         true,  hotline,         true,  true,  enquiryOnWebsite",
        "0, false, new-order,    leased-line,    hotline,         true,  account-manager, true,  true,  managed",
        "0, false, new-order,    leased-line,    hotline,         false, tele-manager,    true,  true,  otherwise",
        "0, false, new-order,    vpmn,           hall,            true,  contact,         true,  false, vpmnInHall",
        "0, false, new-order,    vpmn,           hotline,         true,  tele-manager,    true,  true,  vpmnElsewhere",
        "0, false, change,       mobile-mail,    hall,            true,  tele-manager,    true,  true,  vpmnElsewhere",
        "0, false, new-order,    enterprise-pack, account-manager, true, contact,         true,  false, soldByThem",
        "0, false, change,       leased-line,    tele-manager,    false, contact,         true,  false, soldByThem",
        "0, false, cancellation, leased-line,    hotline,         true,  account-manager, false, true,  cancellation",
        "0, false, cancellation, leased-line,    hotline,         false, hall,            false, true,  cancellationUnmanaged",
        "0, false, cancellation, vpmn,           account-manager, true,  contact,         false, false, cancellationByManager",
        "0, false, cancellation, vpmn,           tele-manager,    true,  account-manager, false, true,  cancellation",
        "0, false, complaint,    ,               hall,            true,  contact,         false, false, complaint",
        "0, false, complaint,    ,               website,         true,  hotline,         false, true,  complaintOnWebsite",
        "0, false, opportunity,  adc,            hotline,         true,  contact,         true,  false, opportunity",
        "0, false, opportunity,  adc,            website,         true,  tele-manager,    true,  true,  opportunityOnWebsite",
        "1, false, new-order,    leased-line,    hotline,         true,  contact,         false, false, returned",
        "1, false, new-order,    leased-line,    website,         true,  hotline,         false, false, returnedToWebsite",
        "2, false, new-order,    leased-line,    hotline,         true,  operations,      false, false, returnedTwice",
        "5, false, enquiry,      vpmn,           website,         true,  operations,      false, false, returnedTwice",
        "0, true,  enquiry,      vpmn,           hotline,         true,  operations,      false, false, letLie"
    })
    void whoHandlesIt(
            int returns,
            boolean overdue,
            String kind,
            String product,
            String contact,
            boolean managed,
            String channel,
            boolean choosable,
            boolean tell,
            String rule) {
        var facts = new HashMap<String, Object>(
                Map.of("returns", returns, "overdue", overdue, "kind", kind, "contact", contact, "managed", managed));
        facts.put("product", product);
        var explained = decisions.explain("intake-channel", facts);
        assertThat(explained.rules()).containsExactly(rule);
        assertThat(explained.outputs().get(0))
                .containsEntry("channel", channel)
                .containsEntry("choosable", choosable)
                .containsEntry("tell", tell);
        assertThat(explained.outputs().get(0).get("why").toString()).isNotBlank();
        assertThat(explained.outputs().get(0).get("whyEn").toString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true, true", "1, 1, true, true", "2, 0, false, true", "0, 2, true, false", "3, 2, false, false"})
    void howOftenItGoesBackAndForth(int returns, int takeBacks, boolean mayReturn, boolean mayTakeBack) {
        assertThat(decisions
                        .evaluate("intake-limit", Map.of("returns", returns, "takeBacks", takeBacks))
                        .get(0))
                .containsEntry("mayReturn", mayReturn)
                .containsEntry("mayTakeBack", mayTakeBack);
    }
}
