package org.jieshi.geometry.kernel;

/** Indices sorted by keys, without boxing. */
final class Order {

  private static final int[] GAPS = {701, 301, 132, 57, 23, 10, 4, 1};

  private Order() {}

  /** Fills {@code order} with 0 to {@code count - 1}, smallest key first. */
  static void byKey(int[] order, int count, double[] key) {
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    for (int gap : GAPS) {
      for (int i = gap; i < count; i++) {
        int moving = order[i];
        double its = key[moving];
        int at = i;
        while (at >= gap && key[order[at - gap]] > its) {
          order[at] = order[at - gap];
          at -= gap;
        }
        order[at] = moving;
      }
    }
  }
}
