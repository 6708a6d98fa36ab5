package esop.systems.calls;

import com.fasterxml.jackson.databind.JsonNode;

/** Asks the system of a call something before the call itself. */
public interface Inquiry {

    /** The body of a 2xx answer; {@link Unanswered} otherwise. Whatever is asked must change nothing. */
    JsonNode ask(Request question);

    default JsonNode get(String path) {
        return ask(Request.get(path));
    }

    /** Nothing was sent, since what had to be asked first was not answered. */
    final class Unanswered extends RuntimeException {

        private final transient Exchange exchange;

        Unanswered(Exchange exchange) {
            super("the system did not answer the question before the call");
            this.exchange = exchange;
        }

        Exchange exchange() {
            return exchange;
        }
    }
}
