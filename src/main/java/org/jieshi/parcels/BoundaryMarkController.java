package org.jieshi.parcels;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jieshi.parcels.BoundaryMark.Kind;
import org.jieshi.parcels.BoundaryMark.Monument;
import org.jieshi.parcels.BoundaryMark.Nature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Boundary points and lines as surveyed with the version in force, for everybody signed in; surveyed coordinates. */
@RestController
@RequestMapping("/api/parcels/{code}/boundary-marks")
class BoundaryMarkController {

  private final SpatialUnits units;
  private final BoundaryMarks marks;

  BoundaryMarkController(SpatialUnits units, BoundaryMarks marks) {
    this.units = units;
    this.marks = marks;
  }

  @GetMapping
  MarkList marks(@PathVariable String code) {
    UnitVersion parcel = units.get(UnitKind.PARCEL, code);
    List<MarkView> items = marks.of(parcel.ref()).stream().map(MarkView::of).toList();
    return new MarkList("EPSG:" + parcel.srid(), parcel.ref().version(), items, items.size());
  }

  record MarkList(String crs, int version, List<MarkView> items, int total) {}

  record MarkView(Kind kind, @Nullable String number, @Nullable Integer place, @Nullable Monument monument,
      @Nullable Nature nature, @Nullable String follows, @Nullable String position, @Nullable BigDecimal length,
      Map<String, String> attributes, Geometry geometry) {

    static MarkView of(BoundaryMark mark) {
      return new MarkView(mark.kind(), mark.number(), mark.place(), mark.monument(), mark.nature(), mark.follows(),
          mark.position(), mark.length(), mark.attributes(), mark.shape());
    }
  }
}
