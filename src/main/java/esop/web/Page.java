package esop.web;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total how many rows match in all
 * @param page counted from 0
 */
public record Page<T>(List<T> items, long total, int page, int size) {}
