package esop.systems.callbacks;

import java.util.LinkedHashMap;
import java.util.Map;

/** The last callbacks this node has recorded, so that a flood of repetitions does not reach the database. */
class SettledLately {

    private static final int LIMIT = 5000;

    private final Map<String, String> hashes = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > LIMIT;
        }
    };

    synchronized boolean knows(String system, String messageId, String hash) {
        return hash.equals(hashes.get(system + "/" + messageId));
    }

    synchronized void remember(String system, String messageId, String hash) {
        hashes.put(system + "/" + messageId, hash);
    }
}
