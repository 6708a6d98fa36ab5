package esop.intake.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import esop.intake.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All there is of an intake: the same for every channel that has a part in it.
 *
 * @param part whether the reader's channel has one; to others numbers are masked
 * @param parts every channel that has had a part
 * @param choice the channel the customer chose
 * @param rule why it came to the channel that handles it, with the row of the table {@code intake-channel} that said so
 * @param result what came of it in words, or why it was withdrawn
 * @param actions what the reader may do with it now
 * @param others channels it can go to
 */
record IntakeDetail(
        @JsonUnwrapped IntakeRow row,
        @Nullable String contactName,
        @Nullable String contactPhone,
        @Nullable String callbackPhone,
        String createdBy,
        @Nullable String externalId,
        boolean part,
        List<Channel> parts,
        @Nullable Channel choice,
        @Nullable Because rule,
        @Nullable String result,
        @Nullable String taskId,
        Set<String> actions,
        List<Channel> others,
        List<Written> notes,
        @Nullable String instanceId) {

    record Because(String text, String textEn, String rule, int version) {}

    /** @param kind {@code note}, {@code ask} or {@code answer} */
    record Written(Instant at, String author, String authorName, Channel channel, String kind, String text) {}
}
