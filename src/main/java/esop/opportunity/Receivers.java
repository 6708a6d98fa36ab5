package esop.opportunity;

import esop.identity.People;
import esop.identity.Person;
import esop.opportunity.SalesOpportunity.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may be given an opportunity or a step of it: channels as a whole, and the people of those that sell. */
@Component
class Receivers {

    /** A channel is a role, or a partner by its organisation. */
    static final List<String> CHANNELS =
            List.of("account-manager", "tele-manager", "hall", "hotline", "operations", "yanlian", "tinglan", "qiwu");

    private static final List<String> SELLING = List.of("account-manager", "tele-manager");

    private final People people;
    private final ChannelWords words;

    Receivers(People people, ChannelWords words) {
        this.people = people;
        this.words = words;
    }

    static Owner person(Person person, String city) {
        var channel = channelOf(person);
        return new Owner(person.id(), person.name(), channel + "@" + city, channel, null, null, null, List.of());
    }

    static String channelOf(Person person) {
        return person.partner() != null
                ? person.partner()
                : CHANNELS.stream().filter(person.roles()::contains).findFirst().orElse("account-manager");
    }

    /** @param receiver {@code person:<id>} or {@code group:<channel>} */
    Optional<Owner> find(String receiver, String city) {
        var name = receiver.substring(receiver.indexOf(':') + 1);
        if (receiver.startsWith("group:")) {
            return isChannel(name, city)
                    ? Optional.of(new Owner(null, null, name + "@" + city, name, null, null, null, List.of()))
                    : Optional.empty();
        }
        return people.find(name)
                .filter(person -> SELLING.stream()
                        .anyMatch(role -> people.inGroup(role + "@" + city).contains(person)))
                .map(person -> person(person, city));
    }

    boolean isChannel(String channel, String city) {
        return CHANNELS.contains(channel)
                && !people.inGroup(channel + "@" + city).isEmpty();
    }

    /** As a form's options. */
    List<Map<String, String>> all(String city) {
        var all = new ArrayList<Map<String, String>>();
        for (var role : SELLING) {
            people.inGroup(role + "@" + city)
                    .forEach(person -> all.add(
                            Map.of("value", "person:" + person.id(), "label", person.name() + " · " + words.of(role))));
        }
        channels(city)
                .forEach(channel ->
                        all.add(Map.of("value", "group:" + channel.get("value"), "label", channel.get("label"))));
        return all;
    }

    /** Channels a step can be handed to, as a form's options. */
    List<Map<String, String>> channels(String city) {
        return CHANNELS.stream()
                .filter(channel -> isChannel(channel, city))
                .map(channel -> Map.of("value", channel, "label", words.of(channel)))
                .toList();
    }
}
