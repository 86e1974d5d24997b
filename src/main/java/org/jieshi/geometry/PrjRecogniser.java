package org.jieshi.geometry;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javax.measure.quantity.Angle;
import javax.measure.quantity.Length;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.api.referencing.datum.GeodeticDatum;
import org.geotools.referencing.CRS;
import org.jieshi.geometry.Recognition.Code;
import si.uom.SI;

/**
 * Reads a {@code .prj} by its numbers. Names of systems lie: files are renamed, copied between zones, written by a
 * dozen programs. Only the name of the datum is heard, and only against the file: GRS 80 and Krassowsky are shared by datums
 * of other countries, and a datum that contradicts its own ellipsoid has been edited by hand.
 */
final class PrjRecogniser {

  private PrjRecogniser() {}

  static Recognition recognise(String prjWkt) {
    CoordinateReferenceSystem crs;
    try {
      crs = CRS.parseWKT(prjWkt.replace("\uFEFF", "").strip());
    } catch (FactoryException e) {
      return refused(Code.UNREADABLE,
          "The .prj file cannot be read as a coordinate system; choose the system yourself.",
          "无法读取 .prj 文件中的坐标系，请手工选择坐标系。");
    }
    if (crs instanceof ProjectedCRS projected) {
      return datum(projected.getBaseCRS(), datum -> plane(projected, datum));
    }
    if (crs instanceof GeographicCRS geographic) {
      return datum(geographic, datum -> degrees(geographic, datum));
    }
    return notGaussKruger();
  }

  @FunctionalInterface
  private interface OnDatum {
    Recognition then(Datum datum);
  }

  private static Recognition datum(GeographicCRS crs, OnDatum next) {
    GeodeticDatum datum = crs.getDatum();
    Ellipsoid ellipsoid = datum.getEllipsoid();
    String name = datum.getName().getCode();
    Optional<Datum> byEllipsoid = Datum.onEllipsoid(
        ellipsoid.getSemiMajorAxis() * metres(ellipsoid), ellipsoid.getInverseFlattening());
    if (byEllipsoid.isEmpty()) {
      return refused(Code.ELLIPSOID_UNKNOWN,
          ("The ellipsoid %s / %s of the .prj file belongs to no Chinese datum; check the file or choose the system "
              + "yourself.").formatted(ellipsoid.getSemiMajorAxis(), ellipsoid.getInverseFlattening()),
          ".prj 文件的椭球参数 %s / %s 不属于任何国内大地基准，请检查文件或手工选择坐标系。"
              .formatted(ellipsoid.getSemiMajorAxis(), ellipsoid.getInverseFlattening()));
    }
    Optional<Datum> byName = Datum.named(name);
    if (byName.isPresent() && !byName.equals(byEllipsoid)) {
      return refused(Code.DATUM_CONTRADICTS_ELLIPSOID,
          "The .prj file says %s but gives the ellipsoid of %s; ask the surveyor which one is right."
              .formatted(name, byEllipsoid.get().label()),
          ".prj 文件的基准名为 %s，椭球参数却属于%s，请向测绘单位核实。".formatted(name, byEllipsoid.get().labelZh()));
    }
    if (Math.abs(datum.getPrimeMeridian().getGreenwichLongitude()) > 1e-9) {
      return refused(Code.NOT_GREENWICH,
          "The .prj file counts longitudes from another meridian than Greenwich; choose the system yourself.",
          ".prj 文件的起始子午线不是格林尼治，请手工选择坐标系。");
    }
    Recognition found = next.then(byEllipsoid.get());
    if (!found.isRecognised() || byName.isPresent()) {
      return found;
    }
    return unnamedDatum(found, name, byEllipsoid.get());
  }

  /**
   * A plane system of the Chinese zones on the right ellipsoid is taken although its datum is named "unknown" or after
   * the ellipsoid; degrees on such a datum, or a name that means another country's datum, are not.
   */
  private static Recognition unnamedDatum(Recognition found, String name, Datum datum) {
    boolean degrees = CoordinateSystems.isGeographic(found.system().getAsInt());
    String letters = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    boolean saysNothing = letters.isEmpty()
        || letters.matches(".*(UNKNOWN|UNNAMED|UNDEFINED|UNSPECIFIED|NOTSPECIFIED|USER|CUSTOM|GRS80|GRS1980|KRASOVSK"
            + "|KRASSOWSK|KRASSOVSK|IAG75|IAG1975|XIAN|BASEDON).*");
    if (degrees || !saysNothing) {
      return refused(Code.DATUM_UNKNOWN,
          "The datum \"%s\" of the .prj file is not a Chinese one; choose the system yourself if it is %s."
              .formatted(name, datum.label()),
          ".prj 文件的大地基准“%s”不是国内基准；若确为%s，请手工选择。".formatted(name, datum.labelZh()));
    }
    return new Recognition(found.system(), Code.RECOGNISED_BY_ELLIPSOID,
        found.message() + " The datum is not named in the file; its ellipsoid decided: confirm it.",
        found.messageZh() + "文件未注明大地基准，系根据椭球参数判定，请确认。");
  }

  private static Recognition degrees(GeographicCRS crs, Datum datum) {
    if (Math.abs(radiansPerUnit(crs) - Math.PI / 180) > 1e-12) {
      return refused(Code.NOT_DEGREES, "The .prj file uses an angular unit other than degrees.",
          ".prj 文件的角度单位不是度。");
    }
    return new Recognition(OptionalInt.of(datum.geographicEpsg()), Code.RECOGNISED,
        "%s degrees, EPSG:%d.".formatted(datum.label(), datum.geographicEpsg()),
        "%s经纬度（EPSG:%d）。".formatted(datum.labelZh(), datum.geographicEpsg()));
  }

  private static Recognition plane(ProjectedCRS crs, Datum datum) {
    ParameterValueGroup values = crs.getConversionFromBase().getParameterValues();
    String method = crs.getConversionFromBase().getMethod().getName().getCode();
    if (!method.equals("Transverse_Mercator") && !method.equals("Gauss_Kruger")) {
      return notGaussKruger();
    }
    if (metres(crs) != 1.0) {
      return refused(Code.NOT_METRES,
          "The .prj file uses another unit than metres; convert the file to metres.",
          ".prj 文件的长度单位不是米，请将文件转换为米后再上传。");
    }
    double meridian = values.parameter("central_meridian").doubleValue();
    double falseEasting = values.parameter("false_easting").doubleValue();
    if (values.parameter("scale_factor").doubleValue() != 1.0
        || values.parameter("latitude_of_origin").doubleValue() != 0.0
        || values.parameter("false_northing").doubleValue() != 0.0) {
      return refused(Code.LOCAL_GRID,
          "The .prj file describes a local grid or UTM (scale, origin or false northing differ from Gauss-Kruger); "
              + "transform the file into a national zone.",
          ".prj 文件为地方独立坐标系或UTM（尺度、原点纬度或北偏移与高斯-克吕格不符），请先转换到国家坐标系分带。");
    }
    return PlaneSystem.of(datum).stream()
        .filter(system -> Math.abs(system.centralMeridian() - meridian) < 1e-9)
        .filter(system -> Math.abs(system.falseEasting() - falseEasting) < 1e-6)
        .findFirst()
        .map(system -> new Recognition(OptionalInt.of(system.epsg()), Code.RECOGNISED,
            "%s, EPSG:%d.".formatted(system.label(), system.epsg()),
            "%s（EPSG:%d）。".formatted(system.labelZh(), system.epsg())))
        .orElseGet(() -> refused(Code.NO_SUCH_ZONE,
            "Central meridian %s and false easting %s of the .prj file fit no national zone of %s; check the file."
                .formatted(meridian, falseEasting, datum.label()),
            ".prj 文件的中央子午线 %s 与东偏移 %s 不符合%s的任何国家分带，请检查文件。"
                .formatted(meridian, falseEasting, datum.labelZh())));
  }

  private static double metres(Ellipsoid ellipsoid) {
    return ellipsoid.getAxisUnit().getConverterTo(SI.METRE).convert(1.0);
  }

  private static double metres(ProjectedCRS crs) {
    return crs.getCoordinateSystem().getAxis(0).getUnit().asType(Length.class)
        .getConverterTo(SI.METRE).convert(1.0);
  }

  private static double radiansPerUnit(GeographicCRS crs) {
    return crs.getCoordinateSystem().getAxis(0).getUnit().asType(Angle.class)
        .getConverterTo(SI.RADIAN).convert(1.0);
  }

  private static Recognition notGaussKruger() {
    return refused(Code.NOT_GAUSS_KRUGER,
        "The .prj file is not a Gauss-Kruger projection; transform the file into a national zone.",
        ".prj 文件不是高斯-克吕格投影，请先转换到国家坐标系分带。");
  }

  private static Recognition refused(Code code, String message, String messageZh) {
    return new Recognition(OptionalInt.empty(), code, message, messageZh);
  }
}
