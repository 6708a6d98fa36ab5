package esop.intake;

import esop.workflow.Decisions.Explained;

/**
 * What the table {@code intake-channel} says of a request.
 *
 * @param here whether the contact channel does it
 * @param channel who does it
 * @param choosable whether the customer may choose another channel
 * @param tell whether the customer is told when it is handed over
 * @param explained the same with its grounds
 */
public record Routing(
        boolean here, Channel channel, boolean choosable, boolean tell, Because because, Explained explained) {

    /**
     * Why.
     *
     * @param text in Chinese, {@code textEn} in English
     * @param rule id of the matched row, for whoever looks it up in the table
     */
    public record Because(String text, String textEn, String rule, int version) {}
}
