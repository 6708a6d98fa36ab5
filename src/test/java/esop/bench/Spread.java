package esop.bench;

import java.util.stream.DoubleStream;

record Spread(double least, double median, double most) {

    static Spread of(DoubleStream values) {
        var sorted = values.sorted().toArray();
        return new Spread(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }

    @Override
    public String toString() {
        return median < 100
                ? "%.1f / **%.1f** / %.1f".formatted(least, median, most)
                : "%,.0f / **%,.0f** / %,.0f".formatted(least, median, most);
    }
}
