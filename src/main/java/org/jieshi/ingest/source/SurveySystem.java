package org.jieshi.ingest.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Datum;
import org.jieshi.geometry.PlaneSystem;
import org.jieshi.geometry.Recognition;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * The plane system a file was surveyed in (rule F3): what the file says, or what the surveyor says when it is silent. The
 * two are never weighed against each other, and neither is guessed. Only a file in degrees takes both: the system of its
 * degrees from the file, the zone to project them into from the surveyor.
 *
 * @param system the plane system the boundaries are stored in
 * @param degrees the geographic system of the file's coordinates when they have to be projected, else empty
 * @param findings what a person should look at
 */
public record SurveySystem(PlaneSystem system, OptionalInt degrees, List<Finding> findings) {

  private static final Pattern EPSG = Pattern.compile("(?i)\\s*(?:EPSG:|urn:ogc:def:crs:EPSG:[\\d.]*:)?(\\d{4,5})\\s*");

  /**
   * Finds the system of a layer.
   *
   * @param requested e.g. {@code EPSG:4524}, or null
   * @param acceptBallpark whether somebody accepted that Xian 1980 and Beijing 1954 reach CGCS2000 only roughly
   * @param accuracy RMSE of the boundary points in metres as the surveyor gave it, or null
   * @throws FileProblem when it can't be known, is contradictory, or would need parameters that nobody gave
   */
  public static SurveySystem of(
      DeclaredSystem declared, @Nullable String requested, boolean acceptBallpark, @Nullable Double accuracy)
      throws IOException {
    OptionalInt asked = requested == null || requested.isBlank() ? OptionalInt.empty() : OptionalInt.of(code(requested));
    SurveySystem found = find(declared, asked);
    requireReachable(found.system, acceptBallpark, accuracy);
    return found;
  }

  private static SurveySystem find(DeclaredSystem declared, OptionalInt asked) throws FileProblem {
    if (declared.epsg().isPresent()) {
      return agreed(declared, declared.epsg().getAsInt(), asked, List.of());
    }
    String wkt = declared.wkt();
    if (wkt != null) {
      return recognised(declared, wkt, asked);
    }
    if (asked.isEmpty()) {
      throw declared.silence().problem(declared.fileName());
    }
    return new SurveySystem(plane(asked.getAsInt()), OptionalInt.empty(), List.of());
  }

  private static SurveySystem recognised(DeclaredSystem declared, String wkt, OptionalInt asked) throws FileProblem {
    Recognition recognition = CoordinateSystems.recognise(wkt);
    if (!recognition.isRecognised()) {
      throw FileFault.CRS_NOT_RECOGNISED.problem(recognition.message(), recognition.messageZh());
    }
    List<Finding> findings = recognition.code() == Recognition.Code.RECOGNISED
        ? List.of()
        : List.of(Finding.ofFile("F3", Severity.ASK, new Bilingual(recognition.message(), recognition.messageZh())));
    return agreed(declared, recognition.system().getAsInt(), asked, findings);
  }

  private static SurveySystem agreed(DeclaredSystem declared, int code, OptionalInt asked, List<Finding> findings)
      throws FileProblem {
    if (asked.isEmpty() || asked.getAsInt() == code) {
      if (CoordinateSystems.isGeographic(code)) {
        throw FileFault.CRS_DEGREES_DECLARED.problem(declared.fileName(), "EPSG:" + code);
      }
      return new SurveySystem(plane(code), OptionalInt.empty(), findings);
    }
    if (CoordinateSystems.isGeographic(code) && projectable(code, asked.getAsInt())) {
      return projected(code, plane(asked.getAsInt()), findings);
    }
    throw FileFault.CRS_CONFLICT.problem("EPSG:" + code, "EPSG:" + asked.getAsInt());
  }

  /** WGS 84 and CGCS2000 agree to centimetres, and the projection is a formula; no other datum is crossed here. */
  private static boolean projectable(int geographic, int asked) {
    Datum of = CoordinateSystems.datumOf(geographic);
    return (of == Datum.CGCS2000 || of == Datum.WGS_1984)
        && CoordinateSystems.findPlane(asked).filter(plane -> plane.datum() == Datum.CGCS2000).isPresent();
  }

  private static SurveySystem projected(int geographic, PlaneSystem plane, List<Finding> findings) {
    List<Finding> all = new ArrayList<>(findings);
    all.add(Finding.ofFile("F3", Severity.WARN, new Bilingual(
        "The file is in degrees (%s); they were projected into EPSG:%s, so the coordinates are not those of a survey.",
        "文件为经纬度坐标（%s），已投影到 EPSG:%s，所得坐标并非实测坐标。")
        .formatted(CoordinateSystems.datumOf(geographic).label(), plane.epsg())));
    return new SurveySystem(plane, OptionalInt.of(geographic), List.copyOf(all));
  }

  /** Opens a layer so that its records are in {@link #system}. */
  public OpenLayer open(SurveyLayer layer, @Nullable String encoding) throws IOException {
    OpenLayer open = layer.open(degrees.orElse(system.epsg()), encoding);
    return degrees.isEmpty() ? open : new ProjectedLayer(open, degrees.getAsInt(), system.epsg());
  }

  private static PlaneSystem plane(int code) throws FileProblem {
    if (CoordinateSystems.isGeographic(code)) {
      throw FileFault.CRS_DEGREES.problem("EPSG:" + code);
    }
    return CoordinateSystems.findPlane(code).orElseThrow(() -> FileFault.CRS_UNKNOWN.problem("EPSG:" + code));
  }

  private static void requireReachable(PlaneSystem system, boolean acceptBallpark, @Nullable Double accuracy)
      throws FileProblem {
    boolean exact = system.datum() == Datum.CGCS2000;
    if (!exact && !acceptBallpark) {
      throw FileFault.CRS_BALLPARK.problem(system.label(), system.labelZh());
    }
    if (!exact && accuracy == null) {
      throw FileFault.CRS_BALLPARK_ACCURACY.problem(system.label(), system.labelZh());
    }
  }

  private static int code(String requested) throws FileProblem {
    Matcher matcher = EPSG.matcher(requested);
    if (!matcher.matches()) {
      throw FileFault.CRS_UNKNOWN.problem(requested);
    }
    return Integer.parseInt(matcher.group(1));
  }
}
