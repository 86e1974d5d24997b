package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieshi.geometry.GeometryRefusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;

/** The cases lie in {@code src/test/resources/geometry/overlaps}, one file each: left, right, overlap as WKT (or NONE, SOME). */
class OverlapTest {

  record Case(String name, Geometry left, Geometry right, Map<String, String> expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases() throws Exception {
    Path directory = Path.of(OverlapTest.class.getResource("/geometry/overlaps").toURI());
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().map(OverlapTest::read).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theOverlapIsWhatTheFileSays(Case test) {
    Optional<Overlap> overlap = Overlap.between(test.left(), test.right());

    String expected = test.expected().get("overlap");
    if (expected.equals("NONE")) {
      assertThat(overlap).isEmpty();
      return;
    }
    assertThat(overlap).get().satisfies(found -> {
      if (!expected.equals("SOME")) {
        assertThat(found.geometry().norm()).isEqualTo(Wkt.read(expected).norm());
      }
      assertThat(found.geometry().getSRID()).isEqualTo(Wkt.ZONE_36);
      assertThat(found.geometry().isValid()).isTrue();
      double area = Double.parseDouble(test.expected().get("area"));
      assertThat(found.area()).isEqualTo(area, within(area * 1e-6));
      if (test.expected().containsKey("width")) {
        double width = Double.parseDouble(test.expected().get("width"));
        assertThat(found.maxWidth()).isEqualTo(width, within(Math.min(0.005, width * 1e-3) + 1e-9));
      }
    });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void neitherDirectionNorOrderOfTheSidesMatters(Case test) {
    Optional<Overlap> one = Overlap.between(test.left(), test.right());
    Optional<Overlap> other = Overlap.between(test.right().reverse(), test.left().reverse());

    assertThat(other.isPresent()).isEqualTo(one.isPresent());
    one.ifPresent(overlap -> {
      assertThat(other.get().geometry().toText()).isEqualTo(overlap.geometry().toText());
      assertThat(other.get().area()).isEqualTo(overlap.area());
      assertThat(other.get().leftShare()).isEqualTo(overlap.rightShare());
    });
  }

  @Test
  void aStripIsDescribedByItsWidthsAndShares() {
    Overlap strip = Overlap.between(
        Wkt.rectangle(36632000, 2480000, 100, 100), Wkt.rectangle(36632095, 2480000, 50, 100)).orElseThrow();

    assertThat(strip.perimeter()).isEqualTo(210);
    assertThat(strip.meanWidth()).isEqualTo(1000.0 / 210, within(1e-12));
    assertThat(strip.maxWidth()).isEqualTo(5, within(0.01));
    assertThat(strip.leftShare()).isEqualTo(0.05, within(1e-12));
    assertThat(strip.rightShare()).isEqualTo(0.1, within(1e-12));
  }

  @Test
  void aThreeMetreStripIsNoiseAgainstASketchAndEncroachmentAgainstASurvey() {
    Overlap strip = Overlap.between(
        Wkt.rectangle(36632000, 2480000, 100, 500), Wkt.rectangle(36632097, 2480000, 100, 500)).orElseThrow();

    assertThat(OverlapClass.judge(strip, Accuracy.allowedMismatch(0.05, 5))).isEqualTo(OverlapClass.NOISE);
    assertThat(OverlapClass.judge(strip, Accuracy.allowedMismatch(0.05, 0.05))).isEqualTo(OverlapClass.ENCROACHMENT);
  }

  @Test
  void aParcelUploadedTwiceIsADuplicate() {
    Geometry parcel = Wkt.rectangle(36632000, 2480000, 100, 500);

    Overlap overlap = Overlap.between(parcel, parcel.reverse()).orElseThrow();

    assertThat(overlap.leftShare()).isEqualTo(1);
    assertThat(OverlapClass.judge(overlap, 0.14)).isEqualTo(OverlapClass.DUPLICATE);
  }

  @Test
  void twoCoordinateSystemsNeverMeet() {
    Geometry other = Wkt.square(36632000, 2480000, 100);
    other.setSRID(4525);

    assertRefused(Wkt.square(36632000, 2480000, 100), other, Reason.SYSTEMS_DIFFER);
  }

  @Test
  void degreesAndLinesAreRefused() {
    Geometry degrees = Wkt.read("POLYGON ((109 22, 110 22, 110 23, 109 22))", 4490);

    assertRefused(degrees, degrees, Reason.DEGREES_NOT_PLANE);
    assertRefused(Wkt.read("LINESTRING (0 0, 1 1)"), Wkt.square(0, 0, 1), Reason.NOT_POLYGONAL);
  }

  private static void assertRefused(Geometry left, Geometry right, Reason reason) {
    assertThatThrownBy(() -> Overlap.between(left, right))
        .isInstanceOfSatisfying(GeometryRefusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  private static Case read(Path file) {
    try {
      Map<String, String> lines = Files.readAllLines(file).stream()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .collect(Collectors.toMap(line -> line.substring(0, line.indexOf(':')),
              line -> line.substring(line.indexOf(':') + 1).strip()));
      return new Case(file.getFileName().toString().replace(".txt", "").replace('-', ' '),
          Wkt.read(lines.get("left")), Wkt.read(lines.get("right")), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
