package esop.intake;

import static esop.intake.IntakeState.*;

import esop.intake.Routing.Because;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asked for at a channel (ESOP 6.1.3). Changes by verbs, which refuse a state they do not fit with
 * {@link IllegalStateException}.
 *
 * @param told when the message system confirmed that the customer knows of the pre-intake
 * @param instanceId the process instance that carries it
 * @param revision grows with each change
 */
public record Intake(
        String id,
        Entry entry,
        Channels channels,
        Progress progress,
        @Nullable Instant told,
        @Nullable String instanceId,
        int revision) {

    /**
     * What was entered; later channels may add to it.
     *
     * @param customerId null while the customer is not known to us
     * @param prospect whether somebody has looked and found that we do not know the customer yet
     * @param customerName of a customer we know, or as it was given
     * @param contactPhone the number the customer speaks from
     * @param callbackPhone where to call back, if that is another one
     * @param need what the customer wants, in their words
     * @param externalId the number another system knows it by
     * @param received what that system sent
     */
    public record Entry(
            String city,
            IntakeKind kind,
            @Nullable String customerId,
            boolean prospect,
            String customerName,
            @Nullable String contactName,
            @Nullable String contactPhone,
            @Nullable String callbackPhone,
            List<String> offeringIds,
            String need,
            String creator,
            String creatorName,
            Instant created,
            @Nullable String externalId,
            @Nullable String received) {

        boolean toMatch() {
            return customerId == null && !prospect;
        }

        /** @param id null where we do not know the customer yet */
        Entry of(@Nullable String id, String name) {
            return new Entry(
                    city,
                    kind,
                    id,
                    id == null,
                    name,
                    contactName,
                    contactPhone,
                    callbackPhone,
                    offeringIds,
                    need,
                    creator,
                    creatorName,
                    created,
                    externalId,
                    received);
        }
    }

    /**
     * Who has a part in it.
     *
     * @param contact 接触渠道: where the customer spoke
     * @param handling 办理渠道: whose work it is now
     * @param collaborating 协同渠道, while it is asked to help
     * @param person to whom of the handling channel it was given; null for all of them
     * @param parts every channel that has had a part
     * @param choice the channel the customer chose
     * @param rule why it came to the handling channel
     * @param returnedBy who has given it back so far
     * @param takeBacks how often the contact channel has taken it back
     * @param overdue whether a channel has let it lie
     */
    public record Channels(
            Channel contact,
            Channel handling,
            @Nullable Channel collaborating,
            @Nullable String person,
            List<Channel> parts,
            @Nullable Channel choice,
            @Nullable Because rule,
            List<Channel> returnedBy,
            int takeBacks,
            boolean overdue) {

        static Channels of(Channel contact, @Nullable Channel choice) {
            return new Channels(contact, contact, null, null, List.of(contact), choice, null, List.of(), 0, false);
        }

        Channels to(Channel channel, @Nullable String receiver, @Nullable Because why) {
            return new Channels(
                    contact, channel, null, receiver, with(channel), choice, why, returnedBy, takeBacks, overdue);
        }

        Channels returned() {
            var all = Stream.concat(returnedBy.stream(), Stream.of(handling)).toList();
            return new Channels(contact, handling, null, null, parts, null, rule, all, takeBacks, overdue);
        }

        Channels takenBack(String taker) {
            return new Channels(contact, contact, null, taker, parts, null, null, returnedBy, takeBacks + 1, overdue);
        }

        Channels late() {
            return new Channels(contact, handling, null, null, parts, null, rule, returnedBy, takeBacks, true);
        }

        Channels helpedBy(@Nullable Channel helper) {
            return new Channels(
                    contact,
                    handling,
                    helper,
                    person,
                    helper == null ? parts : with(helper),
                    choice,
                    rule,
                    returnedBy,
                    takeBacks,
                    overdue);
        }

        private List<Channel> with(Channel channel) {
            return Stream.concat(parts.stream(), Stream.of(channel)).distinct().toList();
        }
    }

    /**
     * How far it is.
     *
     * @param result what came of it in words, or why the customer withdrew it
     */
    public record Progress(
            IntakeState state,
            @Nullable Instant ended,
            @Nullable Outcome outcome,
            @Nullable String result,
            @Nullable String orderId,
            @Nullable String opportunityId) {

        static final Progress BEGUN = new Progress(AT_CONTACT, null, null, null, null, null);
    }

    public String city() {
        return entry.city();
    }

    public IntakeState state() {
        return progress.state();
    }

    /** {@code contact}, {@code matching}, {@code handling}, {@code collaboration} or {@code ended}: where it waits now. */
    public String waitsAt() {
        if (state().isFinal()) {
            return "ended";
        }
        if (state() == PRE_ACCEPTED && entry.toMatch()) {
            return "matching";
        }
        if (channels.collaborating() != null) {
            return "collaboration";
        }
        return channels.handling() == channels.contact() ? "contact" : "handling";
    }

    Intake startedAs(String instance) {
        return copy(entry, channels, progress, instance);
    }

    Intake amend(Entry amended) {
        requireOpen();
        return copy(amended, channels, progress, instanceId);
    }

    /** The contact channel does it, or another one is to. */
    Intake route(Channel channel, @Nullable String person, @Nullable Because why) {
        requireOpen();
        return with(channels.to(channel, person, why)).in(channel == channels.contact() ? AT_CONTACT : state());
    }

    Intake preAccept() {
        requireOpen();
        return in(PRE_ACCEPTED);
    }

    /** Whoever had it will not have it again. */
    Intake giveBack() {
        requireOpen();
        return with(channels.returned());
    }

    Intake takeBack(String taker) {
        requireOpen();
        return with(channels.takenBack(taker)).in(AT_CONTACT);
    }

    Intake letLie() {
        requireOpen();
        return with(channels.late());
    }

    Intake helpedBy(@Nullable Channel helper) {
        requireOpen();
        return with(channels.helpedBy(helper));
    }

    Intake handled(Outcome outcome, String result, @Nullable String order, @Nullable String opportunity, Instant now) {
        requireOpen();
        return copy(entry, channels, new Progress(HANDLED, now, outcome, result, order, opportunity), instanceId);
    }

    Intake withdrawn(String reason, Instant now) {
        requireOpen();
        return copy(entry, channels.helpedBy(null), new Progress(WITHDRAWN, now, null, reason, null, null), instanceId);
    }

    private void requireOpen() {
        if (state().isFinal()) {
            throw new IllegalStateException("intake " + id + " is " + state().word());
        }
    }

    private Intake in(IntakeState state) {
        return copy(entry, channels, new Progress(state, null, null, null, null, null), instanceId);
    }

    private Intake with(Channels changed) {
        return copy(entry, changed, progress, instanceId);
    }

    private Intake copy(Entry newEntry, Channels newChannels, Progress newProgress, @Nullable String instance) {
        return new Intake(id, newEntry, newChannels, newProgress, told, instance, revision);
    }
}
