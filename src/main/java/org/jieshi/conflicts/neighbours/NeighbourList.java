package org.jieshi.conflicts.neighbours;

import java.util.List;

/**
 * A page of findings, with what they were found among.
 *
 * @param rule of rules.md
 * @param limit m: the widest gap, or the tolerance of vertices
 * @param compared how many parcels
 * @param notCompared codes of parcels in another datum than most of their neighbours, compared among themselves alone
 */
record NeighbourList<T>(List<T> items, int total, int page, int size, String rule, double limit, int compared,
    List<String> notCompared) {
}
