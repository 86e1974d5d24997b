package org.jieshi.disputes.line;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** What transfers of land make of the boundaries, before anybody changes them. */
@Component
public class BoundaryChanges {

  private final SpatialUnits units;
  private final BoundaryCuts cuts;

  BoundaryChanges(SpatialUnits units, BoundaryCuts cuts) {
    this.units = units;
    this.cuts = cuts;
  }

  /** @param after empty: nothing of it is left */
  public record Change(UnitVersion before, Optional<Geometry> after) {

    /** Whether its boundary stays as it was. */
    public boolean none() {
      return after.isPresent() && after.get() == before.boundary();
    }
  }

  /**
   * The boundaries of all units that give or get land, in the order in which they first appear.
   *
   * @throws ProblemException {@code VERSION_STALE} if a unit has changed since the transfers were computed,
   *     {@code CONFLICTING_STATE} if a certified parcel would change, {@code GEOMETRY_INVALID} as {@link BoundaryCuts}
   */
  public List<Change> of(Collection<Transfer> transfers, boolean dropSlivers) {
    Map<Long, UnitRef> touched = new LinkedHashMap<>();
    transfers.forEach(transfer -> {
      touched.putIfAbsent(transfer.from().id(), transfer.from());
      touched.putIfAbsent(transfer.to().id(), transfer.to());
    });
    return touched.values().stream().map(ref -> change(ref, transfers, dropSlivers)).toList();
  }

  private Change change(UnitRef ref, Collection<Transfer> transfers, boolean dropSlivers) {
    UnitVersion now = units.get(ref.id());
    if (!now.current() || now.ref().version() != ref.version()) {
      throw ProblemException.stale(ref.code());
    }
    List<Geometry> given = transfers.stream().filter(transfer -> transfer.from().id() == ref.id())
        .map(Transfer::land).toList();
    List<Geometry> received = transfers.stream()
        .filter(transfer -> transfer.to().id() == ref.id() && transfer.conflict() == null).map(Transfer::land).toList();
    if (given.isEmpty() && received.isEmpty()) {
      return new Change(now, Optional.of(now.boundary()));
    }
    if (ref.kind() == UnitKind.PARCEL && now.status() == UnitStatus.CERTIFIED) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Parcel %s has a live certificate: its boundary changes by a registration of change, not by this settlement."
              .formatted(ref.code()),
          "宗地 %s 持有有效证书，其界线须经变更登记调整，不能以本次处理直接变更。".formatted(ref.code()))
          .about(ref.code()).asException();
    }
    return new Change(now, cuts.exchanged(now, given, received, dropSlivers));
  }
}
