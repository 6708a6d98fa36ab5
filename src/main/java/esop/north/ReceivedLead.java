package esop.north;

import org.jspecify.annotations.Nullable;

/**
 * How another system speaks of a lead it sent.
 *
 * @param externalId the number this client knows it by
 * @param content fingerprint of what was sent
 */
record ReceivedLead(
        String opportunityId,
        String city,
        String client,
        @Nullable String externalId,
        String content) {}
