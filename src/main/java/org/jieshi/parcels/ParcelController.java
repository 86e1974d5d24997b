package org.jieshi.parcels;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.geometry.BoundaryPoints;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.PastDay;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Parcels over HTTP, for everybody signed in. */
@RestController
@RequestMapping("/api/parcels")
class ParcelController {

  private final SpatialUnits units;
  private final UnitLists lists;
  private final OfficeClock clock;

  ParcelController(SpatialUnits units, UnitLists lists, OfficeClock clock) {
    this.units = units;
    this.lists = lists;
    this.clock = clock;
  }

  @GetMapping
  Page<UnitView> parcels(UnitFilter filter, @RequestParam(required = false) @Nullable String crs,
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size) {
    return lists.page(UnitKind.PARCEL, filter, page, size).map(unit -> UnitView.of(unit, crs));
  }

  /** @param asOf the day at whose end it is shown, Beijing time; now, with its ETag, if left out */
  @GetMapping("/{code}")
  ResponseEntity<ParcelView> parcel(@PathVariable String code, @RequestParam(required = false) @Nullable String crs,
      @RequestParam(required = false) @Nullable LocalDate asOf) {
    if (asOf != null) {
      UnitVersion past = past(code, asOf);
      return ResponseEntity.ok(new ParcelView(UnitView.of(past, crs), null));
    }
    UnitVersion parcel = units.get(UnitKind.PARCEL, code);
    return ResponseEntity.ok().eTag(Revision.etag(parcel.revision()))
        .body(new ParcelView(UnitView.of(parcel, crs), CertificateBacking.of(parcel, units)));
  }

  private UnitVersion past(String code, LocalDate asOf) {
    return units.findAt(UnitKind.PARCEL, code, PastDay.endOf(asOf, clock)).orElseThrow(() -> Problem.of(
        ProblemCode.NOT_FOUND, "Parcel %s was not on the register on %s.".formatted(code, asOf),
        "%s 当日，宗地 %s 不在册。".formatted(asOf, code)).about(code).asException());
  }

  /** Newest first. */
  @GetMapping("/{code}/versions")
  Page<UnitView> versions(@PathVariable String code, @RequestParam(required = false) @Nullable String crs) {
    List<UnitView> versions = units.versions(units.get(UnitKind.PARCEL, code).ref().id()).stream()
        .map(version -> UnitView.of(version, crs)).toList();
    return new Page<>(versions, versions.size(), 0, versions.size());
  }

  /** The boundary table of the version in force (domain.md §5), in surveyed coordinates. */
  @GetMapping("/{code}/boundary-points")
  BoundaryTable boundaryPoints(@PathVariable String code) {
    UnitVersion parcel = units.get(UnitKind.PARCEL, code);
    List<BoundaryPoint> points = BoundaryPoints.of(parcel.boundary());
    return new BoundaryTable("EPSG:" + parcel.srid(), parcel.ref().version(), points, points.size());
  }

  /** The parcel's own fields, and how much of it the farm's 1987 certificate speaks of; null for a past day. */
  record ParcelView(@JsonUnwrapped UnitView unit, @Nullable CertificateBacking backing) {
  }

  record BoundaryTable(String crs, int version, List<BoundaryPoint> items, int total) {
  }
}
