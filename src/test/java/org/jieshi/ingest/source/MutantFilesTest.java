package org.jieshi.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jieshi.ingest.SurveyFile;
import org.jieshi.ingest.shapefile.ShapefileFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged at random, with a fixed seed: every mutant is either read or refused in a sentence. */
class MutantFilesTest {

  private static final int MUTANTS = 1_000;

  @TempDir Path directory;

  @Test
  void everyMutantIsReadOrRefusedInASentence() throws IOException {
    Random random = new Random(450721);
    List<String> broken = new ArrayList<>();
    int refused = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] upload = mutant(random);
      try {
        read(upload);
      } catch (FileProblem problem) {
        refused++;
      } catch (IOException | RuntimeException | Error unexpected) {
        broken.add("mutant " + i + ": " + unexpected);
      }
    }

    assertThat(broken).isEmpty();
    assertThat(refused).isBetween(MUTANTS / 10, MUTANTS);
    assertThat(directory.resolve("work")).isEmptyDirectory();
  }

  private void read(byte[] upload) throws IOException {
    Path file = Files.write(directory.resolve("upload"), upload);
    try (Workspace workspace = Workspace.open(directory.resolve("work"))) {
      UploadedFiles files = new Unpack(Limits.DEFAULT, workspace).files(file, "upload.zip");
      SurveyLayer layer = new LayerChoice("upload.zip", new ShapefileFormat().layers(files)).choose(null);
      SurveySystem survey = SurveySystem.of(layer.declaredSystem(), null, true, 80.0);
      try (OpenLayer open = survey.open(layer, null); OpenLayer.Records records = open.read()) {
        while (records.hasNext()) {
          records.next();
        }
      }
    }
  }

  /** One of the files inside, or the zip itself, with a few bytes changed, taken out or put in. */
  private static byte[] mutant(Random random) {
    Map<String, byte[]> files = good().files();
    List<String> names = List.copyOf(files.keySet());
    int chosen = random.nextInt(names.size() + 1);
    if (chosen == names.size()) {
      return mutate(good().zip(), random);
    }
    SurveyFile file = good();
    file.replace(names.get(chosen), mutate(files.get(names.get(chosen)), random));
    return file.zip();
  }

  private static byte[] mutate(byte[] bytes, Random random) {
    byte[] mutant = bytes.clone();
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      // headers are where lengths and counts are
      int range = random.nextBoolean() ? Math.min(mutant.length, 200) : mutant.length;
      int at = random.nextInt(range);
      mutant[at] = switch (random.nextInt(4)) {
        case 0 -> 0;
        case 1 -> (byte) 0xFF;
        case 2 -> 0x7F;
        default -> (byte) random.nextInt(256);
      };
    }
    int cut = random.nextInt(10);
    return cut == 0 ? Arrays.copyOf(mutant, random.nextInt(mutant.length)) : mutant;
  }

  private static SurveyFile good() {
    return SurveyFile.named("宗地").encoding(Charset.forName("GBK")).cpg("GBK")
        .text("ZDDM", 19).number("ZDMJ", 12, 2).date("SINCE").text("坐落", 20)
        .record("POLYGON ((36632000 2480000, 36632000 2480100, 36632100 2480100, 36632100 2480000, 36632000 2480000))",
            "450721001002GN00001", "10000.00", "20130417", "谷埠村")
        .record("MULTIPOLYGON (((36633000 2480000, 36633000 2480100, 36633100 2480100, 36633100 2480000,"
            + " 36633000 2480000), (36633040 2480040, 36633060 2480040, 36633060 2480060, 36633040 2480040)))",
            "450721001002GN00002", "9800.00", "", "大岭村")
        .record(null, "450721001002GN00003", "", "", "");
  }
}
