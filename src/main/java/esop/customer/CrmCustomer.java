package esop.customer;

import com.fasterxml.jackson.databind.JsonNode;
import esop.customer.Customer.Contact;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads a TMF629 Customer as the CRM sends it. */
record CrmCustomer(JsonNode body) {

    Customer at(Instant refreshed) {
        return new Customer(
                body.path("id").asText(),
                body.path("name").asText(),
                characteristic("nameEn").map(JsonNode::asText).orElse(null),
                characteristic("city")
                        .map(JsonNode::asText)
                        .orElseThrow(() -> new IllegalArgumentException("a customer without city: " + body.path("id"))),
                characteristic("level").map(JsonNode::asText).orElse("C"),
                characteristic("industry").map(JsonNode::asText).orElse(null),
                characteristic("memberCount").map(JsonNode::asInt).orElse(0),
                party("accountManager").map(party -> party.path("id").asText()).orElse(null),
                party("accountManager")
                        .map(party -> party.path("name").asText())
                        .orElse(null),
                characteristic("address").map(JsonNode::asText).orElse(null),
                body.path("status").asText("validated"),
                Optional.ofNullable(body.path("validFor").path("startDateTime").textValue())
                        .map(text -> OffsetDateTime.parse(text).toInstant())
                        .orElse(null),
                party("contact").map(party -> List.of(contact(party))).orElse(List.of()),
                refreshed);
    }

    private Contact contact(JsonNode party) {
        return new Contact(
                party.path("name").asText(),
                characteristic("contactTitle").map(JsonNode::asText).orElse(null),
                medium("phone")
                        .map(medium -> medium.path("phoneNumber").textValue())
                        .orElse(null),
                medium("email")
                        .map(medium -> medium.path("emailAddress").textValue())
                        .orElse(null));
    }

    private Optional<JsonNode> characteristic(String name) {
        return first(body.path("characteristic"), "name", name).map(found -> found.path("value"));
    }

    private Optional<JsonNode> party(String role) {
        return first(body.path("relatedParty"), "role", role);
    }

    private Optional<JsonNode> medium(String type) {
        return first(body.path("contactMedium"), "mediumType", type).map(found -> found.path("characteristic"));
    }

    private static Optional<JsonNode> first(JsonNode array, String field, String value) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(node -> node.path(field).asText().equals(value))
                .findFirst();
    }
}
