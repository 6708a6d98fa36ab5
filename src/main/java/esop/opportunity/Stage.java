package esop.opportunity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** How far an opportunity has come (ESOP 6.1.1), in order. */
public enum Stage {
    /** 商机发掘: whether there is one at all. */
    DISCOVERY,
    /** 需求确认: what the customer needs, and who else wants to deliver it. */
    REQUIREMENT,
    /** 解决方案设计: what we offer, at which price. */
    SOLUTION,
    /** 合同签订: what is signed. */
    CONTRACT,
    /** 商机转订单: the agreement becomes an order. */
    ORDER;

    @JsonValue
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<Stage> named(String word) {
        return Arrays.stream(values())
                .filter(stage -> stage.word().equals(word))
                .findFirst();
    }

    static Stage of(String word) {
        return named(word).orElseThrow(() -> new IllegalArgumentException("no stage: " + word));
    }
}
