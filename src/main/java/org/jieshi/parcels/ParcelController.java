package org.jieshi.parcels;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jieshi.geometry.BoundaryPoints;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.jieshi.shared.Page;
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

  ParcelController(SpatialUnits units, UnitLists lists) {
    this.units = units;
    this.lists = lists;
  }

  @GetMapping
  Page<UnitView> parcels(UnitFilter filter, @RequestParam(required = false) @Nullable String crs,
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size) {
    return lists.page(UnitKind.PARCEL, filter, page, size).map(unit -> UnitView.of(unit, crs));
  }

  @GetMapping("/{code}")
  ResponseEntity<ParcelView> parcel(@PathVariable String code, @RequestParam(required = false) @Nullable String crs) {
    UnitVersion parcel = units.get(UnitKind.PARCEL, code);
    return ResponseEntity.ok().eTag(Revision.etag(parcel.revision()))
        .body(new ParcelView(UnitView.of(parcel, crs), CertificateBacking.of(parcel, units)));
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

  /** The parcel's own fields, and how much of it the farm's 1987 certificate speaks of. */
  record ParcelView(@JsonUnwrapped UnitView unit, CertificateBacking backing) {
  }

  record BoundaryTable(String crs, int version, List<BoundaryPoint> items, int total) {
  }
}
