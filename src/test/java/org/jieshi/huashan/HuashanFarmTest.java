package org.jieshi.huashan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The figures of domain.md §0, read back from the files that are shipped. */
class HuashanFarmTest {

  private static final Path FARM = Path.of("data/huashan");
  private static final List<String> CERTIFIED_FILES = List.of("10-parcels-2011-batch1", "11-parcels-2011-batch2",
      "12-parcels-2011-batch3", "13-parcels-2012-batch4", "14-parcels-2012-batch5", "15-parcels-2012-last");

  private static FarmFile towns;
  private static FarmFile villages;
  private static FarmFile subFarms;
  private static final List<FarmFile.Row> certified = new ArrayList<>();
  private static FarmFile last;
  private static FarmFile pending;
  private static FarmFile claims;

  @BeforeAll
  static void readTheFarm() throws IOException {
    towns = read("01-towns");
    villages = read("02-villages");
    subFarms = read("03-subfarms");
    certified.clear();
    for (String file : CERTIFIED_FILES) {
      certified.addAll(read(file).rows());
    }
    last = read("15-parcels-2012-last");
    pending = read("20-parcels-2013-pending");
    claims = read("40-claims-villages");
  }

  private static FarmFile read(String file) throws IOException {
    return FarmFile.read(FARM.resolve(file + ".zip"));
  }

  @Test
  void theGeneratorWritesTheShippedFilesByteForByte(@TempDir Path fresh) throws IOException {
    HuashanFarm.main(new String[] {fresh.toString()});
    List<Path> written;
    try (Stream<Path> files = Files.list(fresh)) {
      written = files.sorted().toList();
    }
    assertThat(written).hasSize(16);
    for (Path file : written) {
      assertThat(file).hasSameBinaryContentAs(FARM.resolve(file.getFileName().toString()));
    }
  }

  @Test
  void theFarmIsFiveSubFarmsOf2129HectaresInFourTownsAndNineteenVillages() {
    assertThat(subFarms.rows()).hasSize(5);
    assertThat(subFarms.area()).isEqualByComparingTo("21290000.00");
    assertThat(towns.rows()).hasSize(4);
    assertThat(villages.rows()).hasSize(19);
    for (Geometry town : towns.shapes()) {
      assertThat(subFarms.shapes()).anyMatch(subFarm -> overlap(subFarm, town) > 100_000);
    }
    for (FarmFile.Row village : villages.rows()) {
      assertThat(subFarms.shapes()).as(village.get("XZQMC"))
          .anyMatch(subFarm -> overlap(subFarm, village.shape()) > 10_000);
    }
  }

  @Test
  void ninetyTwoParcelsOfTogether1906HectaresAreCertified() {
    assertThat(certified).hasSize(92);
    assertThat(sum(certified)).isEqualByComparingTo("19066300.00");
    assertThat(last.rows()).hasSize(1);
    assertThat(last.area()).isBetween(new BigDecimal("150000"), new BigDecimal("250000"));
  }

  @Test
  void aboutTwoThirdsOfTheRestIsSurveyed() {
    assertThat(pending.rows()).hasSize(20);
    assertThat(pending.area()).isBetween(new BigDecimal("1400000"), new BigDecimal("1560000"));
  }

  @Test
  void villagesNestInTownsWithoutGapOrOverlap() {
    assertThat(CoverageValidator.isValid(villages.shapes().toArray(Geometry[]::new))).isTrue();
    for (FarmFile.Row town : towns.rows()) {
      List<FarmFile.Row> own = villages.rows().stream()
          .filter(village -> village.get("XZQDM").startsWith(town.get("XZQDM"))).toList();
      assertThat(own).hasSizeGreaterThanOrEqualTo(4);
      assertThat(vertices(town.shape())).isSubsetOf(vertices(own.stream().map(FarmFile.Row::shape).toList()));
      Geometry rest = town.shape();
      for (FarmFile.Row village : own) {
        rest = OverlayNGRobust.overlay(rest, village.shape(), OverlayNG.DIFFERENCE);
      }
      assertThat(rest.isEmpty()).isTrue();
    }
  }

  @Test
  void parcelsMeetInSharedVerticesAndNeverOverlap() {
    List<Geometry> all = parcels().stream().map(FarmFile.Row::shape).toList();
    assertThat(CoverageValidator.isValid(all.toArray(Geometry[]::new))).isTrue();
    for (int i = 0; i < all.size(); i++) {
      for (int k = i + 1; k < all.size(); k++) {
        assertThat(overlap(all.get(i), all.get(k))).isZero();
      }
    }
  }

  @Test
  void gapsBetweenParcelsAreWiderThanTheTwoMetresOfRuleC6() {
    Geometry[] all = parcels().stream().map(FarmFile.Row::shape).toArray(Geometry[]::new);
    assertThat(CoverageValidator.hasInvalidResult(CoverageValidator.validate(all, 2))).isFalse();
    for (Geometry parcel : all) {
      assertThat(all).allMatch(other -> parcel.intersects(other) || parcel.distance(other) > 3);
    }
  }

  @Test
  void parcelsAndSubFarmsShareTheVerticesOfTheirCommonEdges() {
    assertThat(CoverageValidator.isValid(subFarms.shapes().toArray(Geometry[]::new))).isTrue();
    for (Geometry subFarm : subFarms.shapes()) {
      Set<Coordinate> own = vertices(subFarm);
      IndexedFacetDistance edge = new IndexedFacetDistance(subFarm.getBoundary());
      for (Coordinate vertex : vertices(parcels().stream().map(FarmFile.Row::shape).toList())) {
        assertThat(own.contains(vertex) || edge.distance(subFarm.getFactory().createPoint(vertex)) > 0.05).isTrue();
      }
    }
  }

  @Test
  void everyParcelLiesInItsSubFarmAndItsVillage() {
    for (FarmFile.Row parcel : parcels()) {
      FarmFile.Row subFarm = subFarms.rows().get(Integer.parseInt(parcel.get("FC")) - 1);
      FarmFile.Row village = villages.rows().stream()
          .filter(each -> each.get("XZQDM").equals(parcel.get("CW"))).findFirst().orElseThrow();
      assertThat(subFarm.shape().covers(parcel.shape())).as(parcel.get("ZDDM")).isTrue();
      assertThat(village.shape().covers(parcel.shape())).as(parcel.get("ZDDM")).isTrue();
      assertThat(village.get("XZQDM")).startsWith(parcel.get("XZ"));
    }
  }

  @Test
  void parcelsAreDeclaredWithTheirOwnAreaAndAUniqueCode() {
    assertThat(parcels()).allSatisfy(parcel -> {
      assertThat(new BigDecimal(parcel.get("ZDMJ"))).isEqualByComparingTo(parcel.area());
      assertThat(parcel.get("ZDDM")).matches("450721\\d{6}(GN|GL|GB)(?!00000)\\d{5}");
      assertThat(parcel.get("YT")).matches("0[1-8][1-8]");
    });
    assertThat(parcels().stream().map(parcel -> parcel.get("ZDDM"))).doesNotHaveDuplicates();
  }

  @Test
  void shapesAreCleanEnoughForTheRulesG1ToG7() throws IOException {
    for (String file : files()) {
      for (FarmFile.Row row : read(file).rows()) {
        assertThat(row.shape().isValid()).isTrue();
        for (Object line : LinearComponentExtracter.getLines(row.shape())) {
          assertCleanRing(((Geometry) line).getCoordinates());
        }
      }
    }
    for (FarmFile.Row parcel : parcels()) {
      double perimeter = parcel.shape().getLength();
      assertThat(4 * Math.PI * parcel.shape().getArea() / (perimeter * perimeter)).isGreaterThan(0.05);
      assertThat(parcel.shape().buffer(-5)).isInstanceOf(Polygon.class);
    }
  }

  private static void assertCleanRing(Coordinate[] ring) {
    for (int i = 1; i < ring.length; i++) {
      Coordinate after = ring[i == ring.length - 1 ? 1 : i + 1];
      assertThat(ring[i].distance(ring[i - 1])).isGreaterThan(1);
      assertThat(Math.toDegrees(Angle.angleBetween(ring[i - 1], ring[i], after))).isGreaterThan(10);
      assertThat(BigDecimal.valueOf(ring[i].x).scale()).isLessThanOrEqualTo(3);
      assertThat(BigDecimal.valueOf(ring[i].y).scale()).isLessThanOrEqualTo(3);
      assertThat(ring[i].x).isBetween(36_626_000.0, 36_640_000.0);
      assertThat(ring[i].y).isBetween(2_475_000.0, 2_487_000.0);
    }
  }

  @Test
  void theCertificateOf1987IsASketchOf1412Hectares() throws IOException {
    FarmFile certificate = read("30-certificate-1987");
    assertThat(certificate.area()).isEqualByComparingTo("14120700.00");
    assertThat(certificate.rows()).allSatisfy(row -> {
      assertThat(new BigDecimal(row.get("MJ"))).isEqualByComparingTo(row.area());
      assertThat(row.shape().getLength() / row.shape().getNumPoints()).isGreaterThan(100);
    });
  }

  @Test
  void villageClaimsLeaveNinetyOneCertifiedParcelsAlone() {
    assertThat(claims.rows()).hasSize(12);
    for (FarmFile.Row parcel : certified) {
      if (!parcel.get("ZDDM").equals(last.rows().get(0).get("ZDDM"))) {
        for (Geometry claim : claims.shapes()) {
          assertThat(overlap(parcel.shape(), claim)).as(parcel.get("ZDDM")).isLessThan(1e-6);
        }
      }
    }
  }

  @Test
  void oneClaimLiesOverTheLastParcelInAStripOfTwelveToTwentyMetres() {
    List<Geometry> overlaps = claims.shapes().stream()
        .map(claim -> OverlayNGRobust.overlay(last.shapes().get(0), claim, OverlayNG.INTERSECTION))
        .filter(overlap -> !overlap.isEmpty()).toList();
    assertThat(overlaps).hasSize(1);
    double meanWidth = 2 * overlaps.get(0).getArea() / overlaps.get(0).getLength();
    assertThat(overlaps.get(0)).isInstanceOf(Polygon.class);
    assertThat(meanWidth).isBetween(12.0, 20.0);
  }

  @Test
  void threeClaimsOnlyTouchAndThreeAreShiftedByOneToSixMetres() {
    Set<Coordinate> farm = vertices(parcels().stream().map(FarmFile.Row::shape).toList());
    long touching = claims.shapes().stream()
        .filter(claim -> parcels().stream().noneMatch(parcel -> overlap(parcel.shape(), claim) > 1e-6))
        .filter(claim -> vertices(claim).stream().filter(farm::contains).count() >= 5).count();
    List<Double> widths = claims.shapes().stream().flatMap(claim -> pending.shapes().stream()
        .map(parcel -> OverlayNGRobust.overlay(parcel, claim, OverlayNG.INTERSECTION)))
        .filter(overlap -> !overlap.isEmpty()).map(overlap -> 2 * overlap.getArea() / overlap.getLength())
        .filter(width -> width < 7).sorted().toList();
    assertThat(touching).isEqualTo(3);
    assertThat(widths).hasSize(3);
    assertThat(widths.get(0)).isBetween(0.8, 1.9);
    assertThat(widths.get(1)).isBetween(2.2, 5.9);
    assertThat(widths.get(2)).isBetween(2.2, 5.9);
  }

  @Test
  void someTensOfHectaresThatAreNotCertifiedAreDisputed() {
    Geometry claimed = OverlayNGRobust.union(last.shapes().get(0).getFactory().buildGeometry(claims.shapes()));
    double disputed = subFarms.shapes().stream().mapToDouble(subFarm -> overlap(subFarm, claimed)).sum();
    assertThat(disputed).isBetween(200_000.0, 500_000.0);
  }

  @Test
  void theThreeIncidentsOf2013AreSixHundredAndSeventySquareMetresOfTwoThousand() throws IOException {
    FarmFile incidents = read("50-encroachments-2013");
    FarmFile earlier = read("51-encroachments-earlier");
    assertThat(incidents.rows().stream().map(row -> row.get("SINCE").substring(0, 6)))
        .containsExactly("201304", "201305", "201307");
    assertThat(incidents.area()).isEqualByComparingTo("670.00");
    assertThat(incidents.area().add(earlier.area())).isEqualByComparingTo("2000.00");
    List<FarmFile.Row> patches = Stream.concat(incidents.rows().stream(), earlier.rows().stream()).toList();
    for (FarmFile.Row patch : patches) {
      FarmFile.Row parcel = certified.stream()
          .filter(each -> each.get("ZDDM").equals(patch.get("ZDDM"))).findFirst().orElseThrow();
      assertThat(parcel).isNotEqualTo(last.rows().get(0));
      assertThat(parcel.shape().contains(patch.shape())).isTrue();
      assertThat(2 * patch.shape().getArea() / patch.shape().getLength()).isGreaterThan(5);
      assertThat(patches).noneMatch(other -> other != patch && other.shape().intersects(patch.shape()));
    }
  }

  @Test
  void oneForestCertificateOfAVillageLiesOverAPendingParcelAndNoneOverACertifiedOne() throws IOException {
    FarmFile forest = read("60-forest-certificates");
    assertThat(forest.rows()).hasSize(3);
    assertThat(forest.shapes().stream().filter(shape -> overlaps(shape, pending.rows()))).hasSize(1);
    assertThat(forest.shapes().stream().filter(shape -> overlaps(shape, certified))).isEmpty();
  }

  @Test
  void theArchivesAreAsOddAsTheOnesSurveyorsSend() throws IOException {
    assertThat(read("11-parcels-2011-batch2").entries().keySet()).allMatch(name -> name.matches("[A-Z0-9_]+\\.[A-Z]+"));
    assertThat(read("12-parcels-2011-batch3").entries().keySet()).contains("华山农场测量成果/三分场/三分场宗地.shp")
        .anyMatch(name -> name.startsWith("__MACOSX/"));
    assertThat(read("13-parcels-2012-batch4").entries().keySet()).noneMatch(name -> name.endsWith(".shx"));
    for (String file : files()) {
      FarmFile read = read(file);
      assertThat(read.entries().keySet()).noneMatch(name -> name.toLowerCase().endsWith(".cpg"));
      assertThat(new String(read.part(".prj"), StandardCharsets.US_ASCII)).contains("Gauss_Kruger", "36500000.0");
      assertThat(read.part(".dbf")[29]).isIn((byte) 0x4D, (byte) 0x00);
    }
  }

  @Test
  void theStoryAndTheReadmeListTheShippedFilesAsTheyAre() throws IOException {
    String readme = Files.readString(FARM.resolve("README.md"));
    JsonNode steps = new ObjectMapper().readTree(Files.readString(FARM.resolve("story.json"))).get("steps");
    List<String> listed = new ArrayList<>();
    for (JsonNode step : steps) {
      String file = step.get("file").asString();
      listed.add(file.replace(".zip", ""));
      assertThat(read(listed.get(listed.size() - 1)).rows()).hasSize(step.get("features").asInt());
      assertThat(readme).containsPattern("\\| `%s` \\| %s \\| %d \\| %s0* \\| %s \\|".formatted(Pattern.quote(file),
          step.get("layer").asString(), step.get("features").asInt(), step.get("accuracy").asDouble(),
          step.get("surveyed").asString()));
    }
    assertThat(listed).isEqualTo(files());
  }

  private static boolean overlaps(Geometry shape, List<FarmFile.Row> rows) {
    return rows.stream().anyMatch(row -> overlap(shape, row.shape()) > 1e-6);
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FARM)) {
      return files.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".zip"))
          .map(name -> name.replace(".zip", "")).sorted().toList();
    }
  }

  private static List<FarmFile.Row> parcels() {
    return Stream.concat(certified.stream(), pending.rows().stream()).toList();
  }

  private static BigDecimal sum(List<FarmFile.Row> rows) {
    return rows.stream().map(FarmFile.Row::area).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static double overlap(Geometry a, Geometry b) {
    return a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())
        ? OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION).getArea() : 0;
  }

  private static Set<Coordinate> vertices(Geometry geometry) {
    return new HashSet<>(List.of(geometry.getCoordinates()));
  }

  private static Set<Coordinate> vertices(List<Geometry> geometries) {
    Set<Coordinate> vertices = new HashSet<>();
    geometries.forEach(geometry -> vertices.addAll(vertices(geometry)));
    return vertices;
  }
}
