package esop.systems.listeners;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * 事件订阅方. Each is called like a backing system: after the commit, signed, again with growing pauses until it answers, its events about
 * one subject in order.
 */
public interface Listeners {

    /** Why nothing may be sent there: {@code no-url}, {@code host} (not on the list of those allowed) or {@code no-secret}. */
    Optional<String> obstacle(String client, String callback);

    /** @return the id by which it is told */
    String add(String client, String callback);

    /** What has not gone out stays here. */
    void remove(String id);

    /**
     * In the caller's transaction.
     *
     * @param subject events about the same one arrive in the order of this
     * @param event TM Forum's event without {@code eventId} and {@code eventTime}
     */
    void tell(String id, String city, String subject, ObjectNode event);
}
