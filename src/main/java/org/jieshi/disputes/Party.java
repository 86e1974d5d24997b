package org.jieshi.disputes;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A side of a case.
 *
 * @param units codes of the parcels, claims and evidence it stands for
 * @param kind what it is, which decides who has jurisdiction; null: nobody said yet
 */
public record Party(Side side, String name, List<String> units, @Nullable Kind kind) {

  /** Who applies and who answers. */
  public enum Side { APPLICANT, RESPONDENT }

  /** Units are villages, groups, farms; the others are persons. */
  public enum Kind { UNIT, INDIVIDUAL }

  Party(Side side, String name, List<String> units) {
    this(side, name, units, null);
  }

  /** Stands for more land: where it stands for the one, it stands for the other too. */
  Party withBeside(String code, String more) {
    return units.contains(code)
        ? new Party(side, name, Stream.concat(units.stream(), Stream.of(more)).toList(), kind) : this;
  }
}
