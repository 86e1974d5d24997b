package org.jieshi.export;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.ingest.source.EncodingName;
import org.jieshi.parcels.UnitFilter;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What is to go out.
 *
 * @param zipped each system in a file of its own, all of them in a zip
 * @param srid the system to write in, where it isn't the surveyed one
 * @param asOf the day at whose end it was so; null: now
 * @param encoding of text, where the format leaves a choice
 */
record ExportRequest(ExportLayer layer, ExportFormat format, boolean zipped, UnitFilter filter, OptionalInt srid,
    @Nullable LocalDate asOf, EncodingName encoding) {

  private static final Pattern EPSG = Pattern.compile("(?i)(?:EPSG:)?(\\d{4,5})");
  private static final String ZIP = ".zip";

  /** The form fields beside the file's name. */
  record Options(@Nullable String crs, @Nullable LocalDate asOf, @Nullable String encoding) {}

  /** @param fileName {@code parcels.gpkg}; with {@code .zip} behind any extension each system gets a file of its own */
  static ExportRequest of(String fileName, UnitFilter filter, Options options) {
    int dot = fileName.indexOf('.');
    String extension = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    ExportLayer layer = ExportLayer.named(dot < 0 ? fileName : fileName.substring(0, dot))
        .orElseThrow(() -> ProblemException.notFound("layer to export:", "可导出的图层：", fileName));
    boolean zipped = extension.endsWith(ZIP) && ExportFormat.ofExtension(extension).isEmpty();
    String plain = zipped ? extension.substring(0, extension.length() - ZIP.length()) : extension;
    ExportFormat format = ExportFormat.ofExtension(plain).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND,
        "There is no export as %s; choose shp.zip, gpkg, geojson, csv, points.csv, txt, dxf or kml."
            .formatted(extension),
        "不支持导出为 %s，请选择 shp.zip、gpkg、geojson、csv、points.csv、txt、dxf 或 kml。".formatted(extension))
        .asException());
    return new ExportRequest(layer, format, zipped, filter, srid(options.crs(), format), options.asOf(),
        encoding(options.encoding(), format));
  }

  private static OptionalInt srid(@Nullable String crs, ExportFormat format) {
    if (crs == null || crs.isBlank() || crs.equalsIgnoreCase("native")) {
      return OptionalInt.empty();
    }
    Matcher code = EPSG.matcher(crs.strip());
    int epsg = code.matches() ? Integer.parseInt(code.group(1)) : 0;
    boolean degrees = CoordinateSystems.isGeographic(epsg);
    if (!degrees && CoordinateSystems.findPlane(epsg).isEmpty() || degrees && format.isPlaneOnly()) {
      throw Problem.of(ProblemCode.CRS_UNKNOWN,
          "This can't be written in %s; leave crs empty for the surveyed system, or give one, e.g. EPSG:4524."
              .formatted(crs),
          "不能以 %s 写出，请将 crs 留空（按测量坐标系）或填写坐标系，例如 EPSG:4524。".formatted(crs)).inField("crs")
          .asException();
    }
    return OptionalInt.of(epsg);
  }

  /** Exchange texts and drawings go to programs that expect GBK; everything else is UTF-8 unless asked otherwise. */
  private static EncodingName encoding(@Nullable String asked, ExportFormat format) {
    String usual = format == ExportFormat.EXCHANGE || format == ExportFormat.DXF ? "GBK" : "UTF-8";
    String name = asked == null || asked.isBlank() ? usual : asked;
    return EncodingName.of(name).filter(known -> known.name().equals("GBK") || known.name().equals("UTF-8"))
        .orElseThrow(() -> Problem.of(ProblemCode.ENCODING_UNKNOWN,
            "Files are written in UTF-8 or GBK, not in %s.".formatted(asked), "文件编码可为 UTF-8 或 GBK，不支持 %s。"
                .formatted(asked)).inField("encoding").asException());
  }

  String fileName(LocalDate today) {
    return "%s-%s.%s%s".formatted(
        layer.parameter(), asOf == null ? today : asOf, format.extension(), zipped ? ZIP : "");
  }

  String mediaType() {
    return zipped ? "application/zip" : format.mediaType();
  }

  /** For the audit log: what narrows the export. */
  Map<String, Object> narrowedBy() {
    Map<String, Object> parts = new TreeMap<>();
    put(parts, "bbox", filter.bbox());
    put(parts, "status", filter.status());
    put(parts, "subFarm", filter.subFarm());
    put(parts, "town", filter.town());
    put(parts, "village", filter.village());
    put(parts, "basis", filter.basis());
    put(parts, "q", filter.q());
    put(parts, "asOf", asOf == null ? null : asOf.toString());
    return parts;
  }

  private static void put(Map<String, Object> parts, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      parts.put(name, value);
    }
  }
}
