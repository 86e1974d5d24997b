package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.List;

/** The findings of one rule: the first so many with their places, the rest as a number. */
final class CappedFindings {

  private final int limit;
  private final List<GeometryFinding> listed = new ArrayList<>();
  private int unlisted;

  CappedFindings(int limit) {
    this.limit = limit;
  }

  void add(GeometryFinding finding) {
    if (listed.size() < limit) {
      listed.add(finding);
    } else {
      unlisted++;
    }
  }

  boolean isEmpty() {
    return listed.isEmpty();
  }

  void addTo(List<GeometryFinding> findings) {
    findings.addAll(listed);
    if (unlisted > 0) {
      GeometryFinding last = listed.get(listed.size() - 1);
      findings.add(GeometryFinding.whole(last.rule(), "MORE_PLACES", last.severity(),
          "The same rule is broken in %d more places of this geometry.", "该图形另有%d处违反同一规则。", unlisted));
    }
  }
}
