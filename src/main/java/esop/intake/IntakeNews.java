package esop.intake;

import esop.customer.Customer;
import esop.customer.Customers;
import esop.systems.Step;
import esop.systems.SystemCalls;
import esop.systems.communication.Messages;
import esop.web.Texts;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the customer how an intake stands: recorded here, sent after the commit, whenever the message system can do it. */
@Service
@Transactional
class IntakeNews {

    static final String PRE_ACCEPTED = "notify-pre-intake";
    private static final String HANDLED = "notify-handled";
    private static final Pattern MOBILE = Pattern.compile("(\\+?86)?1\\d{10}");

    private final IntakeRepository intakes;
    private final IntakeEvents events;
    private final Customers customers;
    private final Messages messages;
    private final SystemCalls calls;
    private final Shown shown;

    IntakeNews(
            IntakeRepository intakes,
            IntakeEvents events,
            Customers customers,
            Messages messages,
            SystemCalls calls,
            Shown shown) {
        this.intakes = intakes;
        this.events = events;
        this.customers = customers;
        this.messages = messages;
        this.calls = calls;
        this.shown = shown;
    }

    /** Each hand-over is news of its own. */
    void tellPreAccepted(String id) {
        var intake = intakes.find(id).orElseThrow();
        tell(
                intake,
                calls.next(Step.of(id, PRE_ACCEPTED)),
                "pre-accepted",
                Texts.in(
                        Texts.CHINESE,
                        "intake.channel." + intake.channels().handling().word()));
    }

    void tellHandled(Intake intake) {
        tell(
                intake,
                Step.of(intake.id(), HANDLED),
                "handled." + Objects.requireNonNull(intake.progress().outcome()).word(),
                "");
    }

    /** In Chinese: that is what customers speak. */
    private void tell(Intake intake, Step step, String what, String channel) {
        var number = number(intake);
        if (number.isEmpty()) {
            events.happened(intake, "message.impossible", Map.of());
            return;
        }
        var content = Texts.in(
                Texts.CHINESE,
                "intake.message." + what,
                intake.entry().customerName(),
                shown.subject(intake, Texts.CHINESE),
                channel,
                intake.id());
        messages.send(step, intake.city(), "SMS", number.get(), content);
        events.happened(intake, "message.sent", Map.of("content", content));
    }

    /** A short message needs a mobile number: the one to call back, the one they spoke from, the customer's own contact's. */
    private Optional<String> number(Intake intake) {
        var entry = intake.entry();
        var known = Optional.ofNullable(entry.customerId())
                .flatMap(customers::find)
                .flatMap(Customer::contact)
                .map(Customer.Contact::phone)
                .orElse(null);
        return Stream.<@Nullable String>of(entry.callbackPhone(), entry.contactPhone(), known)
                .filter(Objects::nonNull)
                .map(number -> number.replaceAll("[ ()-]", ""))
                .filter(number -> MOBILE.matcher(number).matches())
                .findFirst();
    }
}
