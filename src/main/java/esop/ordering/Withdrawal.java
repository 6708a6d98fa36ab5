package esop.ordering;

import esop.web.Texts;
import java.util.List;

/** What became of asking to withdraw an order. */
public sealed interface Withdrawal {

    int LONGEST_REASON = 200;

    /** It is being withdrawn. */
    record Granted(ProductOrder order) implements Withdrawal {}

    /**
     * It goes on as before.
     *
     * @param reason {@code ended}, {@code running}: a withdrawal of it is under way, {@code busy}: a system is just doing something for
     *     it, {@code overtaken}: somebody else was quicker, or what the decision {@code point-of-no-return} says, for example {@code built}
     * @param products whose state forbids it
     */
    record Refused(String reason, List<String> products) implements Withdrawal {

        /** In the reader's language; the decision may say a word that nobody has written a sentence for. */
        public String sentence() {
            return Texts.getOr("ordering.withdrawal.decided", "ordering.withdrawal." + reason);
        }
    }
}
