package esop.systems;

import java.util.List;

/**
 * Calls that were given up go out again under their own key (重发), so that there is still at most one effect: where an attempt may have
 * arrived, the system is asked first.
 */
public interface GivenUpCalls {

    /** What became of the wish; the call itself shows what becomes of the sending. */
    enum Outcome {
        QUEUED,
        /** It is under way, done or taken back. */
        NOT_GIVEN_UP,
        /** What it would say was said anew since, and would be set back. */
        OVERTAKEN,
        /** Another call, with which it keeps an order, is under way. */
        BUSY,
        /** Nobody is there any more to take it. */
        GONE
    }

    record Known(String key, String city, String system) {}

    /** Those of these keys that the caller may see, given up or not, in the order in which to queue them. */
    List<Known> find(List<String> keys);

    /** In the caller's transaction, which does nothing else: it waits for others in the call's lane. */
    Outcome queueAgain(String key);
}
