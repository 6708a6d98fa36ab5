package esop.systems;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells a system what becomes of something of ours; the news of one thing arrive there in order. */
public interface Mirror {

    /**
     * @param id of what the news are about
     * @param body as it is now, without {@code externalId}, which the adapter sets
     */
    void mirror(Step step, String city, String id, JsonNode body);
}
