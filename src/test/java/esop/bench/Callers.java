package esop.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Several who ask at the same time, each as soon as it has its answer. */
final class Callers {

    private static final Duration LONGEST = Duration.ofSeconds(40);

    private Callers() {}

    /** @param request of a running number, each asked once; who has asked for too long asks no more */
    static Times ask(int requests, IntConsumer request) {
        var next = new AtomicInteger();
        var until = Instant.now().plus(LONGEST);
        var threads = Executors.newFixedThreadPool(Settings.CALLERS);
        try {
            var asked = IntStream.range(0, Settings.CALLERS)
                    .mapToObj(caller -> threads.submit(() -> {
                        var times = new double[requests];
                        var count = 0;
                        for (var number = next.getAndIncrement();
                                number < requests && Instant.now().isBefore(until);
                                number = next.getAndIncrement()) {
                            var began = System.nanoTime();
                            request.accept(number);
                            times[count++] = (System.nanoTime() - began) / 1e6;
                        }
                        return Arrays.copyOf(times, count);
                    }))
                    .toList();
            var all = new double[0];
            for (var one : asked) {
                var times = one.get();
                var longer = Arrays.copyOf(all, all.length + times.length);
                System.arraycopy(times, 0, longer, all.length, times.length);
                all = longer;
            }
            Arrays.sort(all);
            return new Times(all);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            threads.shutdownNow();
        }
    }

    static <T> T one(List<T> of, int number) {
        return of.get(number % of.size());
    }

    /** In milliseconds, sorted. */
    record Times(double[] sorted) {

        double median() {
            return sorted[sorted.length / 2];
        }

        double p95() {
            return sorted[Math.min(sorted.length - 1, (int) (sorted.length * 0.95))];
        }

        @Override
        public String toString() {
            return "%.1f / %.1f".formatted(median(), p95());
        }
    }
}
