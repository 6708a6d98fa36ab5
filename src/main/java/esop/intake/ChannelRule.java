package esop.intake;

import esop.customer.Customer;
import esop.customer.Customers;
import esop.identity.People;
import esop.identity.Person;
import esop.intake.Routing.Because;
import esop.workflow.Decisions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who does what a customer wants, by the tables {@code intake-channel} and {@code intake-limit}. */
@Component
class ChannelRule {

    static final String TABLE = "intake-channel";

    private static final String CONTACT = "contact";

    private final Decisions decisions;
    private final Customers customers;
    private final People people;

    ChannelRule(Decisions decisions, Customers customers, People people) {
        this.decisions = decisions;
        this.customers = customers;
        this.people = people;
    }

    /** What the table looks at. */
    record Question(
            IntakeKind kind,
            List<String> offeringIds,
            Channel contact,
            String city,
            @Nullable String customerId,
            int returns,
            boolean overdue) {}

    Routing of(Intake intake) {
        var entry = intake.entry();
        var channels = intake.channels();
        return of(new Question(
                entry.kind(),
                entry.offeringIds(),
                channels.contact(),
                entry.city(),
                entry.customerId(),
                channels.returnedBy().size(),
                channels.overdue()));
    }

    /** Of several products, the first that the contact channel cannot do decides. */
    Routing of(Question question) {
        var products = new ArrayList<@Nullable String>(question.offeringIds());
        if (products.isEmpty()) {
            products.add(null);
        }
        var all = products.stream().map(product -> ask(question, product)).toList();
        return all.stream().filter(routing -> !routing.here()).findFirst().orElse(all.get(0));
    }

    private Routing ask(Question question, @Nullable String product) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("returns", question.returns());
        facts.put("overdue", question.overdue());
        facts.put("kind", question.kind().word());
        facts.put("product", product);
        facts.put("contact", question.contact().word());
        facts.put("managed", manager(question.customerId(), question.city()).isPresent());
        var explained = decisions.explain(TABLE, facts);
        var decided = explained.outputs().get(0);
        var word = String.valueOf(decided.get("channel"));
        var channel = word.equals(CONTACT) ? question.contact() : Channel.of(word);
        return new Routing(
                channel == question.contact(),
                channel,
                Boolean.TRUE.equals(decided.get("choosable")),
                Boolean.TRUE.equals(decided.get("tell")),
                new Because(
                        String.valueOf(decided.get("why")),
                        String.valueOf(decided.get("whyEn")),
                        explained.rules().get(0),
                        explained.version()),
                explained);
    }

    /** The customer's account manager, where that is somebody who works in this city. */
    Optional<Person> manager(@Nullable String customerId, String city) {
        return Optional.ofNullable(customerId)
                .flatMap(customers::find)
                .map(Customer::manager)
                .flatMap(people::find)
                .filter(person ->
                        Channel.ACCOUNT_MANAGER.has(person) && person.cities().contains(city));
    }

    /** Channels that can be chosen instead, or asked to help: those where somebody works. */
    List<Channel> others(Channel than, String city) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel != than && isStaffed(channel, city))
                .toList();
    }

    boolean isStaffed(Channel channel, String city) {
        return channel.handles() && !people.inGroup(channel.group(city)).isEmpty();
    }

    /** How often it may still go back and forth. */
    record Limit(boolean mayReturn, boolean mayTakeBack) {}

    Limit limit(Intake intake) {
        var decided = decisions
                .evaluate(
                        "intake-limit",
                        Map.of(
                                "returns", intake.channels().returnedBy().size(),
                                "takeBacks", intake.channels().takeBacks()))
                .get(0);
        return new Limit(
                Boolean.TRUE.equals(decided.get("mayReturn")), Boolean.TRUE.equals(decided.get("mayTakeBack")));
    }
}
