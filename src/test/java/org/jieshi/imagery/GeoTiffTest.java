package org.jieshi.imagery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.jieshi.shared.ProblemException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

/** Files made by GDAL: 600 m by 500 m of green land at 1 m, with a red square of 30 m whose corner is 100 m in from the north-west. */
class GeoTiffTest {

  private static final int ZONE_36 = 4524;
  private static final Envelope LAND = new Envelope(36_632_000, 36_632_600, 2_480_500, 2_481_000);
  private static final Envelope SQUARE = new Envelope(36_632_100, 36_632_130, 2_480_870, 2_480_900);

  @TempDir static Path folder;

  @BeforeAll
  static void aPictureIsTaken() throws Exception {
    BufferedImage image = new BufferedImage(600, 500, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(40, 140, 60));
    pen.fillRect(0, 0, 600, 500);
    pen.setColor(Color.RED);
    pen.fillRect(100, 100, 30, 30);
    pen.dispose();
    ImageIO.write(image, "png", folder.resolve("land.png").toFile());
    run("gdal_translate", "-q", "-a_srs", "EPSG:4524", "-a_ullr", "36632000", "2481000", "36632600", "2480500", "-co",
        "TILED=YES", "-co", "COMPRESS=DEFLATE", "land.png", "deflate.tif");
    run("gdal_translate", "-q", "-co", "TILED=YES", "-co", "COMPRESS=JPEG", "-co", "PHOTOMETRIC=YCBCR", "deflate.tif",
        "jpeg.tif");
    run("gdaladdo", "-q", "-r", "average", "jpeg.tif", "2", "4");
    run("gdal_translate", "-q", "-co", "COMPRESS=LZW", "-co", "BIGTIFF=YES", "deflate.tif", "big.tif");
    run("gdalwarp", "-q", "-t_srs", "EPSG:4490", "-dstalpha", "deflate.tif", "degrees.tif");
    run("gdalwarp", "-q", "-t_srs", "EPSG:4545", "deflate.tif", "meridian.tif");
    run("gdal_translate", "-q", "-of", "GTiff", "land.png", "nowhere.tif");
    run("gdalwarp", "-q", "-t_srs", "EPSG:32649", "deflate.tif", "utm.tif");
  }

  @Test
  void everyKindOfFileShowsTheLandInItsPlace() throws IOException {
    for (String name : List.of("deflate.tif", "jpeg.tif", "big.tif", "degrees.tif", "meridian.tif")) {
      BufferedImage picture = drawn(name, LAND, 600);

      assertThat(isRed(picture, 115, 115)).as("%s in the square", name).isTrue();
      assertThat(isRed(picture, 90, 115)).as("%s left of it", name).isFalse();
      assertThat(isRed(picture, 115, 145)).as("%s below it", name).isFalse();
      assertThat(new Color(picture.getRGB(400, 300)).getGreen()).as(name).isBetween(120, 160);
    }
  }

  @Test
  void aWindowIsCutOutAndWhatLiesBeyondThePictureStaysWhite() throws IOException {
    Envelope around = new Envelope(36_631_900, 36_632_200, 2_480_800, 2_481_100);

    BufferedImage picture = drawn("deflate.tif", around, 300);

    assertThat(picture.getRGB(10, 10) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    assertThat(isRed(picture, 215, 215)).isTrue();
    assertThat(isRed(drawn("jpeg.tif", SQUARE, 50), 25, 25)).isTrue();
    assertThat(new Warp(LAND, ZONE_36, ZONE_36, 10, 10).bounds()).isEqualTo(LAND);
  }

  @Test
  void aPictureOfNowhereOrInAnotherSystemIsRefusedWithTheRemedy() {
    for (String name : List.of("nowhere.tif", "utm.tif", "land.png")) {
      assertThatThrownBy(() -> GeoTiff.open(folder.resolve(name))).as(name).isInstanceOf(ProblemException.class)
          .hasMessageContaining("gdalwarp");
    }
  }

  @Test
  void aDamagedFileIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve("deflate.tif"));
    Path cut = Files.write(folder.resolve("cut.tif"), Arrays.copyOf(whole, 200));

    assertThatThrownBy(() -> GeoTiff.open(cut)).isInstanceOf(ProblemException.class);
  }

  private static BufferedImage drawn(String name, Envelope window, int width) throws IOException {
    int height = (int) Math.round(width * window.getHeight() / window.getWidth());
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D paper = picture.createGraphics();
    paper.setColor(Color.WHITE);
    paper.fillRect(0, 0, width, height);
    paper.dispose();
    try (GeoTiff tiff = GeoTiff.open(folder.resolve(name))) {
      Warp warp = new Warp(window, ZONE_36, tiff.srid(), width, height);
      GeoTiff.Part part = tiff.part(warp.bounds(), width, height);
      assertThat(part).as(name).isNotNull();
      warp.draw(part, picture);
    }
    return picture;
  }

  private static boolean isRed(BufferedImage picture, int x, int y) {
    Color colour = new Color(picture.getRGB(x, y));
    return colour.getRed() > 180 && colour.getGreen() < 90;
  }

  private static void run(String... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(command));
    Process process = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as("%s: %s", words, said).isZero();
  }
}
