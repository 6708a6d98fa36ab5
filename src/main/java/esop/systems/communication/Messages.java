package esop.systems.communication;

import esop.systems.Step;

/** Short messages and e-mail to customers and staff. */
public interface Messages {

    /**
     * @param type {@code SMS} or {@code Email}
     * @param receiver phone number or address
     */
    void send(Step step, String city, String type, String receiver, String content);
}
