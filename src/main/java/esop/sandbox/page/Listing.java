package esop.sandbox.page;

import java.util.List;

/** One page of a list. */
record Listing<T>(List<T> items, long total, int page, int size) {}
