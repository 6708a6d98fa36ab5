package esop.systems.payment;

import esop.systems.Step;
import java.math.BigDecimal;

/** Lets BOSS book what a customer has to pay besides its bills (ESOP 6.3.2.1.1.2). */
public interface Payments {

    /**
     * @param yuan more than nothing, with two decimals at most
     * @param subject what it is paid for: the id of our record
     * @param description for people who read the account
     */
    void charge(Step step, String city, String customerId, BigDecimal yuan, String subject, String description);
}
