package esop.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpportunityWaysTests {

    private static final Set<Class<?>> WALKERS = Set.of(OpportunityProcessTests.class, AgreementExpiryTests.class);

    @Test
    void everyEndAndEveryWayBackIsGoneByATest() {
        var walked = WALKERS.stream()
                .flatMap(tests -> Arrays.stream(tests.getDeclaredMethods()))
                .flatMap(test -> test.isAnnotationPresent(Walks.class)
                        ? Arrays.stream(test.getAnnotation(Walks.class).value())
                        : Stream.empty())
                .collect(Collectors.toSet());
        assertThat(walked).containsExactlyInAnyOrderElementsOf(Ways.all().toList());
    }
}
