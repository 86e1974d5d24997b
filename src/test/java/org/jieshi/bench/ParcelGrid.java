package org.jieshi.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jieshi.ingest.SurveyFile;

/**
 * A made-up survey of any size, the same for the same seed: cells of a jittered 120 m grid in EPSG:4524 whose neighbours
 * share their edges exactly, 20 to 60 vertices each, 41 on average. Of the cells 2 % have a hole, 3 % were "surveyed
 * anew" (moved by 0.5 to 5 m, so that they overlap their neighbours), 5 % carry ±5 mm of digitising noise.
 */
public final class ParcelGrid {

  private static final double SIDE = 120;
  private static final double EAST = 36_600_000;
  private static final double NORTH = 2_430_000;
  private static final int NODES = 1;
  private static final int EDGES = 2;
  private static final int CELLS = 4;

  private final int parcels;
  private final int columns;
  private final long seed;
  private final int least;
  private final int more;

  public ParcelGrid(int parcels, long seed) {
    this(parcels, seed, 4, 11);
  }

  /** With fewer points on each edge: {@code least} and up to {@code more} others. */
  public ParcelGrid(int parcels, long seed, int least, int more) {
    this.least = least;
    this.more = more;
    this.parcels = parcels;
    this.columns = (int) Math.ceil(Math.sqrt(parcels));
    this.seed = seed;
  }

  /** The rings of a cell, the first one around it, clockwise as shapefiles have them; each x, y, x, y, … and closed. */
  public List<double[]> rings(int cell) {
    int column = cell % columns;
    int row = cell / columns;
    SplittableRandom random = random(CELLS, column, row);
    List<double[]> rings = new ArrayList<>();
    rings.add(outline(column, row));
    double kind = random.nextDouble();
    if (kind < 0.02) {
      rings.add(hole(column, row));
    } else if (kind < 0.05) {
      double distance = 0.5 + 4.5 * random.nextDouble();
      double angle = 2 * Math.PI * random.nextDouble();
      move(rings.get(0), distance * Math.cos(angle), distance * Math.sin(angle));
    } else if (kind < 0.10) {
      jitter(rings.get(0), random);
    }
    return rings;
  }

  public String code(int cell) {
    return "450721%03d%03dGN%05d".formatted(cell / 999_000 + 1, cell / 1000 % 999 + 1, cell % 1000 + 1);
  }

  /** The survey as a zipped shapefile, in GBK and without a word about it. */
  public Path zip(Path target) throws IOException {
    Path shp = Files.createTempFile(target.toAbsolutePath().getParent(), "grid", ".shp");
    Path dbf = Files.createTempFile(target.toAbsolutePath().getParent(), "grid", ".dbf");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      writeLayer(shp, dbf);
      entry(zip, "parcels.shp", shp);
      entry(zip, "parcels.dbf", dbf);
      zip.putNextEntry(new ZipEntry("parcels.prj"));
      zip.write(SurveyFile.ZONE_36.getBytes(StandardCharsets.US_ASCII));
    } finally {
      Files.delete(shp);
      Files.delete(dbf);
    }
    return target;
  }

  private void writeLayer(Path shpFile, Path dbfFile) throws IOException {
    int rowLength = 1 + 19 + 60 + 16;
    try (OutputStream shp = new BufferedOutputStream(Files.newOutputStream(shpFile), 1 << 20);
        OutputStream dbf = new BufferedOutputStream(Files.newOutputStream(dbfFile), 1 << 20)) {
      shp.write(shapeHeader());
      dbf.write(header(rowLength));
      for (int cell = 0; cell < parcels; cell++) {
        List<double[]> rings = rings(cell);
        shp.write(shape(cell, rings));
        double area = rings.stream().mapToDouble(ParcelGrid::area).sum();
        String row = " %-19s%s%16s".formatted(code(cell), pad("华山农场第" + cell % 97 + "队", 60),
            String.format(Locale.ROOT, "%.2f", area));
        dbf.write(row.getBytes(SurveyFile.GBK));
      }
      dbf.write(0x1A);
    }
  }

  private byte[] shapeHeader() {
    long length = 100;
    for (int cell = 0; cell < parcels; cell++) {
      for (double[] ring : rings(cell)) {
        length += 4 + 8L * ring.length;
      }
      length += 52;
    }
    return ByteBuffer.allocate(100).putInt(0, 9994).putInt(24, (int) (length / 2)).order(ByteOrder.LITTLE_ENDIAN)
        .putInt(28, 1000).putInt(32, 5).array();
  }

  private static String pad(String text, int bytes) {
    return text + " ".repeat(bytes - text.getBytes(SurveyFile.GBK).length);
  }

  private byte[] header(int rowLength) {
    ByteBuffer header = ByteBuffer.allocate(32 + 3 * 32 + 1).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 3).put((byte) 113).put((byte) 7).put((byte) 1).putInt(parcels)
        .putShort((short) header.capacity()).putShort((short) rowLength).position(32);
    column(header, "ZDDM", 'C', 19, 0);
    column(header, "QLRMC", 'C', 60, 0);
    column(header, "SCMJ", 'N', 16, 2);
    return header.put((byte) 0x0D).array();
  }

  private static void column(ByteBuffer header, String name, char type, int length, int decimals) {
    int at = header.position();
    header.put(name.getBytes(StandardCharsets.US_ASCII)).position(at + 11);
    header.put((byte) type).putInt(0).put((byte) length).put((byte) decimals).position(at + 32);
  }

  private static byte[] shape(int cell, List<double[]> rings) {
    int points = rings.stream().mapToInt(ring -> ring.length / 2).sum();
    int length = 44 + 4 * rings.size() + 16 * points;
    ByteBuffer shape = ByteBuffer.allocate(8 + length).putInt(cell + 1).putInt(length / 2)
        .order(ByteOrder.LITTLE_ENDIAN).putInt(5).putDouble(0).putDouble(0).putDouble(0).putDouble(0)
        .putInt(rings.size()).putInt(points);
    int first = 0;
    for (double[] ring : rings) {
      shape.putInt(first);
      first += ring.length / 2;
    }
    for (double[] ring : rings) {
      for (double ordinate : ring) {
        shape.putDouble(ordinate);
      }
    }
    return shape.array();
  }

  private double[] outline(int column, int row) {
    List<double[]> points = new ArrayList<>();
    edge(points, column, row, true, false);
    edge(points, column, row + 1, false, false);
    edge(points, column + 1, row, true, true);
    edge(points, column, row, false, true);
    points.add(points.get(0));
    return flat(points);
  }

  /** The points of a grid edge, without the one it ends in; every neighbour gets the same. */
  private void edge(List<double[]> ring, int column, int row, boolean north, boolean backwards) {
    double[] from = node(column, row);
    double[] to = north ? node(column, row + 1) : node(column + 1, row);
    SplittableRandom random = random(EDGES + (north ? 1 : 0), column, row);
    int between = least + random.nextInt(more);
    List<double[]> points = new ArrayList<>(List.of(from));
    for (int i = 0; i < between; i++) {
      double along = (i + 0.5 + 0.8 * (random.nextDouble() - 0.5)) / between;
      double aside = 3.6 * Math.sin(Math.PI * along) * (random.nextDouble() - 0.5);
      double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
      points.add(point(from[0] + (to[0] - from[0]) * along - (to[1] - from[1]) / length * aside,
          from[1] + (to[1] - from[1]) * along + (to[0] - from[0]) / length * aside));
    }
    points.add(to);
    if (backwards) {
      Collections.reverse(points);
    }
    ring.addAll(points.subList(0, points.size() - 1));
  }

  private double[] node(int column, int row) {
    SplittableRandom random = random(NODES, column, row);
    return point(EAST + SIDE * column + (random.nextDouble() - 0.5) * 0.3 * SIDE,
        NORTH + SIDE * row + (random.nextDouble() - 0.5) * 0.3 * SIDE);
  }

  private double[] hole(int column, int row) {
    List<double[]> points = new ArrayList<>();
    double east = EAST + SIDE * (column + 0.5);
    double north = NORTH + SIDE * (row + 0.5);
    for (int i = 0; i < 12; i++) {
      points.add(point(east + 14 * Math.cos(i * Math.PI / 6), north + 14 * Math.sin(i * Math.PI / 6)));
    }
    points.add(points.get(0));
    return flat(points);
  }

  private static void move(double[] ring, double east, double north) {
    for (int i = 0; i < ring.length; i += 2) {
      double[] moved = point(ring[i] + east, ring[i + 1] + north);
      ring[i] = moved[0];
      ring[i + 1] = moved[1];
    }
  }

  private static void jitter(double[] ring, SplittableRandom random) {
    for (int i = 0; i < ring.length - 2; i += 2) {
      double[] moved = point(ring[i] + 0.01 * (random.nextDouble() - 0.5), ring[i + 1] + 0.01 * (random.nextDouble() - 0.5));
      ring[i] = moved[0];
      ring[i + 1] = moved[1];
    }
    ring[ring.length - 2] = ring[0];
    ring[ring.length - 1] = ring[1];
  }

  /** Surveyors' coordinates have a tenth of a millimetre at best. */
  private static double[] point(double x, double y) {
    return new double[] {Math.rint(x * 1e4) / 1e4, Math.rint(y * 1e4) / 1e4};
  }

  private static double[] flat(List<double[]> points) {
    double[] flat = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      flat[2 * i] = points.get(i)[0];
      flat[2 * i + 1] = points.get(i)[1];
    }
    return flat;
  }

  private static double area(double[] ring) {
    double twice = 0;
    for (int i = 0; i + 3 < ring.length; i += 2) {
      twice += (ring[i + 2] - EAST) * (ring[i + 1] - NORTH) - (ring[i] - EAST) * (ring[i + 3] - NORTH);
    }
    return twice / 2;
  }

  private SplittableRandom random(int what, int column, int row) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + ((long) what << 58) + ((long) column << 29) + row);
  }

  private static void entry(ZipOutputStream zip, String name, Path file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Files.copy(file, zip);
    zip.closeEntry();
  }
}
