package org.jieshi.conflicts.neighbours;

import java.util.List;

/**
 * What was found, in order, and which parcels were looked at.
 *
 * @param compared how many parcels
 * @param notCompared codes of parcels in another datum than most of their neighbours, compared among themselves alone
 */
record Findings<T>(List<T> items, int compared, List<String> notCompared) {

  Findings<T> with(List<T> others) {
    return new Findings<>(others, compared, notCompared);
  }

  /** @param page from 0; one past the last is empty */
  NeighbourList<T> page(int page, int size, String rule, double limit) {
    int from = (int) Math.min(items.size(), (long) page * size);
    return new NeighbourList<>(items.subList(from, Math.min(items.size(), from + size)), items.size(), page, size, rule,
        limit, compared, notCompared);
  }
}
