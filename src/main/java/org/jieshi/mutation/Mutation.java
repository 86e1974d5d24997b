package org.jieshi.mutation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A change of parcels, proposed or carried out.
 *
 * @param number as printed: 变2013-0001
 * @param document the approval or agreement it rests on
 * @param areaBefore sum of the plane areas, m²
 */
public record Mutation(String id, String number, MutationKind kind, Status status, String reason, String document,
    BigDecimal areaBefore, BigDecimal areaAfter, String proposedBy, Instant proposedAt, @Nullable String decidedBy,
    @Nullable Instant decidedAt, int revision, List<Parent> parents, List<Child> children) {

  /** Where it stands. */
  public enum Status { PROPOSED, EXECUTED, WITHDRAWN }

  /** A parcel that goes, in the version that was in force when the change was proposed. */
  public record Parent(long unitId, int version, String code, BigDecimal area) {
  }

  /**
   * A parcel that comes.
   *
   * @param boundary plane coordinates with their SRID
   * @param code once executed
   */
  public record Child(int seq, Geometry boundary, BigDecimal area, @Nullable Long unitId, @Nullable String code) {
  }
}
