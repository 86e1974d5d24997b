package org.jieshi.ingest;

import java.util.List;
import org.jieshi.ingest.source.Finding;

/** What the records of a strip have to do with each other: C1, C9 and G8, of parcels C6 and C7 too. Thread-safe. */
final class StripChecks {

  private final Layer layer;
  private final Rules rules;
  private final boolean gapsToo;

  /** @param gapsToo whether gaps (C6) are looked for, which takes long */
  StripChecks(Layer layer, Rules rules, boolean gapsToo) {
    this.layer = layer;
    this.rules = rules;
    this.gapsToo = gapsToo;
  }

  /** What is found about rows that are new in the strip, and about those that they meet. */
  List<Finding> check(Strip strip) {
    PairChecks pairs = new PairChecks(layer, strip);
    List<Finding> findings = pairs.check();
    if (layer == Layer.PARCELS) {
      findings.addAll(new NeighbourChecks(rules, strip, pairs).check(gapsToo));
    }
    return findings;
  }
}
