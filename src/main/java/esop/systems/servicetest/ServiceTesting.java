package esop.systems.servicetest;

import esop.systems.Step;

/** Has a system test what it has opened, so that no person needs to sign it off (ESOP 6.3.2.1.2(2)). */
public interface ServiceTesting {

    /**
     * @param system whom to ask, for example {@code platform}
     * @param order the step that ordered the service at the same system
     */
    void test(Step step, String system, String city, String product, Step order);
}
