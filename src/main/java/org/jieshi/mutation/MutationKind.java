package org.jieshi.mutation;

import org.jieshi.shared.Bilingual;

/** How parcels change. A survey that finds another outline is none of these: it is imported and applied for. */
public enum MutationKind {

  SPLIT("split", "分割"),
  MERGE("merge", "合并"),
  /** Neighbours keep their number but not their common boundary; together they stay the same land. */
  ADJUST("boundary adjustment", "界线调整"),
  RETIRE("retirement", "注销");

  private final Bilingual title;

  MutationKind(String en, String zh) {
    this.title = new Bilingual(en, zh);
  }

  public Bilingual title() {
    return title;
  }
}
