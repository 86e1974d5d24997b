package org.jieshi.ingest.geojson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jieshi.ingest.source.DeclaredSystem;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.NamedFile;
import org.jieshi.ingest.source.RecordShapes;
import org.jieshi.ingest.source.Severity;
import org.jieshi.ingest.source.SummarisedLayer;
import org.jieshi.ingest.source.Summary;
import org.jieshi.ingest.source.TextFile;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** The first reading of a GeoJSON file, whose system may stand at its end. */
final class GeoJsonLayer {

  private static final Pattern CODE = Pattern.compile("(?i)(?:urn:(?:x-)?ogc:def:crs:EPSG:[\\d.]*:|EPSG:"
      + "|https?://www\\.opengis\\.net/def/crs/EPSG/\\d+/)(\\d{4,5})");
  private static final Pattern LONGITUDE_LATITUDE = Pattern.compile("(?i).*\\bCRS:?:?84h?");
  private static final double LARGEST_DEGREE = 180;
  private static final int WGS_1984 = 4326;

  private GeoJsonLayer() {}

  static SummarisedLayer of(NamedFile file) throws IOException {
    GeoJsonReader.Found found = scan(TextFile.of(file, null));
    List<Finding> findings = new ArrayList<>();
    if (found.heights()) {
      findings.add(RecordShapes.heightsDropped(file.name()));
    }
    if (found.linked()) {
      findings.add(linkLeft(file, found));
    }
    return SummarisedLayer.ofText(file, found.summary(), () -> declared(file, found), findings, GeoJsonReader::new);
  }

  private static GeoJsonReader.Found scan(TextFile text) throws IOException {
    try (GeoJsonReader reader = new GeoJsonReader(text, WGS_1984)) {
      Summary summary = new Summary(text.name());
      while (reader.hasNext()) {
        reader.next(summary);
      }
      return reader.found(summary);
    }
  }

  private static DeclaredSystem declared(NamedFile file, GeoJsonReader.Found found) throws IOException {
    String crs = found.crs();
    if (crs != null) {
      Matcher code = CODE.matcher(crs.strip());
      if (code.matches()) {
        return DeclaredSystem.byCode(file.name(), Integer.parseInt(code.group(1)));
      }
      if (LONGITUDE_LATITUDE.matcher(crs.strip()).matches()) {
        return DeclaredSystem.byCode(file.name(), WGS_1984);
      }
      throw FileFault.CRS_UNKNOWN.problem(crs.length() > 80 ? crs.substring(0, 80) + "…" : crs);
    }
    return inDegrees(found) ? DeclaredSystem.byCode(file.name(), WGS_1984)
        : DeclaredSystem.none(file.name(), found.linked() ? FileFault.CRS_LINKED : FileFault.CRS_NOT_SAID);
  }

  private static boolean inDegrees(GeoJsonReader.Found found) {
    Coordinate first = found.first();
    return first != null && Math.abs(first.x) <= LARGEST_DEGREE && Math.abs(first.y) <= LARGEST_DEGREE;
  }

  /** A link leads out of the file, to whatever somebody has put there; nobody is asked. */
  private static Finding linkLeft(NamedFile file, GeoJsonReader.Found found) {
    Bilingual sentence = inDegrees(found)
        ? new Bilingual(
            "%s names its coordinate system by a link, which was not followed; its numbers are those of degrees and were"
                + " read as WGS 84. If the link says otherwise, name the system in the file.",
            "%s 以链接注明坐标系，系统未打开该链接；按数值判断为经纬度，已按 WGS 84 读取。如与链接所指不符，请在文件中写明坐标系名称。")
        : new Bilingual(
            "%s names its coordinate system by a link, which was not followed; the system given with the upload was taken.",
            "%s 以链接注明坐标系，系统未打开该链接，已采用上传时填写的坐标系。");
    return Finding.ofFile("F3", Severity.WARN, sentence.formatted(file.name()));
  }
}
