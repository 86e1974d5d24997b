package org.jieshi.parcels;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jieshi.shared.AreaUnits;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sub-farms, towns and villages as GeoJSON. */
@RestController
@RequestMapping("/api/units")
class AdministrativeUnitController {

  private final AdministrativeUnits administrativeUnits;

  AdministrativeUnitController(AdministrativeUnits administrativeUnits) {
    this.administrativeUnits = administrativeUnits;
  }

  /** @param geometry false for the names alone */
  @GetMapping
  FeatureCollection units(@RequestParam(required = false) @Nullable AdministrativeKind kind,
      @RequestParam(defaultValue = "true") boolean geometry) {
    List<AdministrativeKind> kinds = kind == null ? Arrays.asList(AdministrativeKind.values()) : List.of(kind);
    return new FeatureCollection("FeatureCollection", kinds.stream()
        .flatMap(each -> administrativeUnits.all(each).stream()).map(unit -> feature(unit, geometry)).toList());
  }

  private static Feature feature(AdministrativeUnit unit, boolean geometry) {
    return new Feature("Feature", unit.kind() + "-" + unit.code(), new Properties(unit.kind(), unit.code(), unit.name(),
        unit.parentCode(), unit.planeArea(), AreaUnits.hectares(unit.planeArea()), "EPSG:" + unit.srid()),
        geometry ? unit.degrees() : null);
  }

  record FeatureCollection(String type, List<Feature> features) {
  }

  record Feature(String type, String id, Properties properties, @Nullable Geometry geometry) {
  }

  record Properties(AdministrativeKind kind, String code, String name, @Nullable String parentCode,
      BigDecimal planeArea, BigDecimal planeAreaHm2, String crs) {
  }
}
