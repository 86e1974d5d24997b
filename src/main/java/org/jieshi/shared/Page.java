package org.jieshi.shared;

import java.util.List;
import java.util.function.Function;

/** One page of a list, as every list of the HTTP interface is answered. Pages count from 0. */
public record Page<T>(List<T> items, long total, int page, int size) {

  public static final int LARGEST = 1000;

  public <R> Page<R> map(Function<T, R> mapping) {
    return new Page<>(items.stream().map(mapping).toList(), total, page, size);
  }

  /** A page size within 1 to {@link #LARGEST}. */
  public static int size(int wanted) {
    return Math.max(1, Math.min(LARGEST, wanted));
  }

  /** The row offset of a page; a page before the first is the first. */
  public static long offset(int page, int size) {
    return (long) Math.max(0, page) * size;
  }
}
