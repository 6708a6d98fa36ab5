package esop.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import esop.identity.Person;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where customers speak to us, and who handles what they want: a channel is a role in a city. */
public enum Channel {
    HOTLINE("hotline", "hotline"),
    HALL("hall", "hall"),
    WEBSITE("website", "web"),
    ACCOUNT_MANAGER("account-manager", "account-manager"),
    TELE_MANAGER("tele-manager", "tele-manager"),
    OPERATIONS("operations", "operations");

    private final String word;
    private final String role;

    Channel(String word, String role) {
        this.word = word;
        this.role = role;
    }

    @JsonValue
    public String word() {
        return word;
    }

    /** The candidate group of its tasks. */
    String group(String city) {
        return role + "@" + city;
    }

    /** A website takes in and handles nothing: nobody sits there. */
    boolean handles() {
        return this != WEBSITE;
    }

    boolean has(Person person) {
        return person.hasRole(role);
    }

    public static Optional<Channel> named(String word) {
        return Arrays.stream(values())
                .filter(channel -> channel.word.equals(word))
                .findFirst();
    }

    static Channel of(String word) {
        return named(word).orElseThrow(() -> new IllegalArgumentException("no channel: " + word));
    }

    /** Those somebody works at; the first one is where customers speak to them. */
    public static List<Channel> of(Person person) {
        return Arrays.stream(values()).filter(channel -> channel.has(person)).toList();
    }
}
