package org.jieshi.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * The plane system a file was surveyed in (rule F3): what the {@code .prj} says by its parameters, or what the surveyor
 * says when there is none. The two are never weighed against each other, and neither is guessed.
 *
 * @param system the plane system of the coordinates
 * @param findings what a person should look at
 */
public record SurveySystem(PlaneSystem system, List<Finding> findings) {

  private static final int LARGEST_PRJ = 1 << 16;
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
      LayerFiles files, @Nullable String requested, boolean acceptBallpark, @Nullable Double accuracy)
      throws IOException {
    Path prj = files.prj();
    OptionalInt asked = requested == null || requested.isBlank() ? OptionalInt.empty() : OptionalInt.of(code(requested));
    String wkt = prj == null ? "" : text(prj);
    SurveySystem found = wkt.isBlank() ? declared(files, asked) : recognised(wkt, asked);
    requireReachable(found.system, acceptBallpark, accuracy);
    return found;
  }

  private static SurveySystem declared(LayerFiles files, OptionalInt asked) throws FileProblem {
    if (asked.isEmpty()) {
      throw FileFault.CRS_NONE.problem(files.shpName());
    }
    return new SurveySystem(plane(asked.getAsInt()), List.of());
  }

  private static SurveySystem recognised(String wkt, OptionalInt asked) throws FileProblem {
    Recognition recognition = CoordinateSystems.recognise(wkt);
    if (!recognition.isRecognised()) {
      throw FileFault.CRS_NOT_RECOGNISED.problem(recognition.message(), recognition.messageZh());
    }
    int code = recognition.system().getAsInt();
    if (asked.isPresent() && asked.getAsInt() != code) {
      throw FileFault.CRS_CONFLICT.problem("EPSG:" + code, "EPSG:" + asked.getAsInt());
    }
    List<Finding> findings = recognition.code() == Recognition.Code.RECOGNISED
        ? List.of()
        : List.of(Finding.ofFile("F3", Severity.ASK, new Bilingual(recognition.message(), recognition.messageZh())));
    return new SurveySystem(plane(code), findings);
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

  private static String text(Path prj) throws IOException {
    try (InputStream in = Files.newInputStream(prj)) {
      return new String(in.readNBytes(LARGEST_PRJ), StandardCharsets.UTF_8).replace("\uFEFF", "");
    }
  }
}
