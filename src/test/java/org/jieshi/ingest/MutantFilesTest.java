package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.SurveyRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;

/**
 * Files of every format, damaged at random with a fixed seed: each mutant is read and its records are judged, or it is
 * refused in a sentence of its own, within five seconds. A thousand of them each time; the whole corpus, within the memory
 * that is promised for it, as docs/formats.md says.
 */
class MutantFilesTest {

  private static final int MUTANTS = Integer.getInteger("fuzz.mutants", 1_000);
  private static final long LONGEST = 5_000_000_000L;
  private static final StagedFields NOTHING_SAID = new StagedFields(null, null, null, null, null, null, null, null, null,
      null, null, null, null, null, null);
  /** What numbers and words of text formats are replaced with. */
  private static final List<String> ODDITIES = List.of("NaN", "1e309", "-1", "0", "99999999999999999999", "\u0000", "\"",
      "<![CDATA[", "]", "{", "}", "<", "&#0;", "EPSG:0", "null", "@", ",,", "\uFEFF", "2480000", "-0.0", "1e-320");

  @TempDir Path directory;

  /** A good file to begin with; in a zip one of the files inside is damaged, or the zip. */
  private record Seed(String fileName, byte[] content, @Nullable String crs) {}

  @Test
  void everyMutantIsReadOrRefusedInASentence() throws IOException {
    List<Seed> seeds = seeds();
    for (Seed seed : seeds) {
      assertThat(outcome(seed, seed.content())).as(seed.fileName()).isEqualTo("read");
    }
    Random random = new Random(Integer.getInteger("fuzz.seed", 450721));
    List<String> broken = new ArrayList<>();
    Map<String, int[]> outcomes = new TreeMap<>();
    long slowest = 0;
    for (int i = 0; i < MUTANTS; i++) {
      Seed seed = seeds.get(i % seeds.size());
      byte[] mutant = mutant(seed, random);
      long start = System.nanoTime();
      String outcome = outcome(seed, mutant);
      long took = System.nanoTime() - start;
      slowest = Math.max(slowest, took);
      if (took > LONGEST) {
        outcome = "too slow: " + outcome;
      }
      if (!outcome.equals("read") && !outcome.equals("refused")) {
        broken.add("mutant %s of %s: %s".formatted(i, seed.fileName(), outcome));
      }
      outcomes.computeIfAbsent(seed.fileName(), none -> new int[2])[outcome.equals("read") ? 0 : 1]++;
    }

    outcomes.forEach((file, counts) -> System.out.printf("%-22s %5d read %5d refused%n", file, counts[0], counts[1]));
    System.out.printf("%d mutants, %d unexpected, the slowest %d ms%n", MUTANTS, broken.size(), slowest / 1_000_000);
    assertThat(broken).isEmpty();
    assertThat(outcomes).hasSize(seeds.size()).allSatisfy((file, counts) -> {
      // both ways: a corpus that is always refused tests the first check only
      assertThat(counts[0]).as(file + " read").isPositive();
      assertThat(counts[1]).as(file + " refused").isPositive();
    });
    assertThat(directory.resolve("work")).isEmptyDirectory();
  }

  private String outcome(Seed seed, byte[] mutant) {
    try {
      judge(ReadFile.of(directory, seed.fileName(), mutant, seed.crs()));
      judgeMarks(ReadFile.marks(directory, seed.fileName(), mutant, 4524));
      return "read";
    } catch (FileProblem problem) {
      boolean sentence = problem.sentence().en().endsWith(".") && problem.sentence().zh().endsWith("。")
          && problem.sentence().en().length() < 2_000 && !problem.sentence().en().contains("Exception");
      return sentence ? "refused" : "no sentence: " + problem.getMessage();
    } catch (IOException | RuntimeException | Error unexpected) {
      return unexpected + " at " + Arrays.stream(unexpected.getStackTrace()).limit(3).toList();
    }
  }

  /** What the reading of an import does with each record by itself. */
  private static void judge(ReadFile read) throws FileProblem {
    SystemChecks system = new SystemChecks(CoordinateSystems.bySrid(read.epsg()), Optional.empty());
    RecordChecks checks = new RecordChecks(Layer.PARCELS, Rules.DEFAULT);
    for (SurveyRecord record : read.records()) {
      List<Finding> findings = new ArrayList<>(record.findings());
      Geometry boundary = record.boundary();
      if (boundary != null) {
        system.locate(record.number(), boundary, findings);
        checks.checkBoundary(record.number(), boundary, NOTHING_SAID, findings);
        Repair.of(record.number(), boundary);
      }
      findings.forEach(finding -> assertThat(finding.sentence().zh()).endsWith("。"));
    }
    system.requireMostlyFitting();
  }

  private static void judgeMarks(List<SurveyRecord> marks) {
    for (SurveyRecord record : marks) {
      MarkFields.parcel(record);
      if (record.boundary() != null) {
        MarkFields.mark(record, record.boundary());
      }
    }
  }

  private static List<Seed> seeds() throws IOException {
    List<Seed> seeds = new ArrayList<>();
    seeds.add(new Seed("宗地.zip", shapefile().zip(), null));
    for (String name : List.of("gdal-gbk.zip", "gdal-zm.zip", "gdal-gpkg.zip", "gdal-gpkg-z.zip", "gdal-crs.geojson",
        "gdal-rfc7946.geojson", "gdal.csv", "gdal.dxf", "gdal.kml")) {
      boolean silent = !name.endsWith(".zip") && !name.equals("gdal-crs.geojson");
      seeds.add(new Seed(name, ReadFile.resource(name), silent ? "EPSG:4524" : null));
    }
    byte[] library = ReadFile.resource("gdal-lib.kml");
    seeds.add(new Seed("宗地.kmz", SurveyFile.zip(Map.of("doc.kml", library), StandardCharsets.UTF_8), "EPSG:4524"));
    seeds.add(new Seed("成果.zip", MarksFile.zip(70, new int[] {0, 100, 200}, new int[] {100, 100, 100}), null));
    seeds.add(new Seed("界址点.csv", POINTS.getBytes(Charset.forName("GBK")), "EPSG:4524"));
    seeds.add(new Seed("报盘.txt", EXCHANGE.getBytes(Charset.forName("GBK")), null));
    return seeds;
  }

  private static final String POINTS = """
      宗地代码,坐落,圈号,顺序号,北坐标,东坐标
      450721001002GN00001,"谷埠村, 3 组",1,1,2480000.000,36632000.000
      450721001002GN00001,"谷埠村, 3 组",1,2,2480100.000,36632000.000
      450721001002GN00001,"谷埠村, 3 组",1,3,2480100.000,36632100.000
      450721001002GN00002,大岭村,1,1,2481000.000,36632000.000
      450721001002GN00002,大岭村,1,2,2481100.000,36632000.000
      450721001002GN00002,大岭村,1,3,2481100.000,36632100.000
      """;

  private static final String EXCHANGE = """
      [属性描述]
      格式版本号=1.01
      坐标系=2000国家大地坐标系
      几度分带=3
      投影类型=高斯克吕格
      计量单位=米
      带号=36
      精度=0.001
      转换参数=,,,,,,
      [地块坐标]
      5,1.000000,450721001002GN00001,谷埠村,面,F49G039021,021,,@
      J1,1,2480000.000,36632000.000
      J2,1,2480100.000,36632000.000
      J3,1,2480100.000,36632100.000
      J4,1,2480000.000,36632100.000
      J1,1,2480000.000,36632000.000
      """;

  private static SurveyFile shapefile() {
    return SurveyFile.named("宗地").encoding(SurveyFile.GBK).cpg("GBK")
        .text("ZDDM", 19).number("ZDMJ", 12, 2).date("SINCE").text("坐落", 20)
        .record("POLYGON ((36632000 2480000, 36632000 2480100, 36632100 2480100, 36632100 2480000, 36632000 2480000))",
            "450721001002GN00001", "10000.00", "20130417", "谷埠村")
        .record("MULTIPOLYGON (((36633000 2480000, 36633000 2480100, 36633100 2480100, 36633100 2480000,"
            + " 36633000 2480000), (36633040 2480040, 36633060 2480040, 36633060 2480060, 36633040 2480040)))",
            "450721001002GN00002", "9800.00", "", "大岭村")
        .record(null, "450721001002GN00003", "", "", "");
  }

  private static byte[] mutant(Seed seed, Random random) throws IOException {
    if (seed.content()[0] != 'P' || seed.content()[1] != 'K') {
      return random.nextInt(3) == 0 ? damage(seed.content(), random) : oddity(seed.content(), random);
    }
    Map<String, byte[]> entries = entries(seed.content());
    List<String> names = List.copyOf(entries.keySet());
    int chosen = random.nextInt(names.size() + 1);
    if (chosen == names.size()) {
      return damage(seed.content(), random);
    }
    entries.compute(names.get(chosen), (name, content) ->
        name.endsWith(".kml") && random.nextInt(3) > 0 ? oddity(content, random) : damage(content, random));
    return SurveyFile.zip(entries, StandardCharsets.UTF_8);
  }

  /** A few bytes changed, sometimes the end cut off. */
  private static byte[] damage(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return bytes;
    }
    byte[] mutant = bytes.clone();
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      // headers are where lengths and counts are
      int range = random.nextBoolean() ? Math.min(mutant.length, 200) : mutant.length;
      mutant[random.nextInt(range)] = switch (random.nextInt(4)) {
        case 0 -> 0;
        case 1 -> (byte) 0xFF;
        case 2 -> 0x7F;
        default -> (byte) random.nextInt(256);
      };
    }
    return random.nextInt(10) == 0 ? Arrays.copyOf(mutant, random.nextInt(mutant.length)) : mutant;
  }

  /** A piece of text replaced, taken out, doubled or moved. */
  private static byte[] oddity(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + random.nextInt(12));
    byte[] piece = switch (random.nextInt(4)) {
      case 0 -> new byte[0];
      case 1 -> Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 200));
      default -> ODDITIES.get(random.nextInt(ODDITIES.size())).getBytes(StandardCharsets.UTF_8);
    };
    ByteArrayOutputStream mutant = new ByteArrayOutputStream();
    mutant.write(bytes, 0, from);
    mutant.writeBytes(piece);
    mutant.write(bytes, to, bytes.length - to);
    return mutant.toByteArray();
  }

  private static Map<String, byte[]> entries(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }
}
