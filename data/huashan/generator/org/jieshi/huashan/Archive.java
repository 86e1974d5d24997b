package org.jieshi.huashan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs one layer as surveyors pack it. Entries are stored, not deflated, and carry the survey date: the bytes then
 * depend neither on the clock nor on the machine's zlib.
 */
final class Archive {

  /** ESRI's well-known text of EPSG:4524. */
  private static final String PRJ = "PROJCS[\"CGCS2000_3_Degree_GK_Zone_36\","
      + "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
      + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
      + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",36500000.0],"
      + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",108.0],PARAMETER[\"Scale_Factor\",1.0],"
      + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";

  /** The habits of different offices. */
  enum Style { PLAIN, UPPER_CASE, GBK_FOLDER, WITHOUT_INDEX, CHINESE_NAMES }

  private Archive() {}

  static byte[] pack(Layer layer, String base, Style style, LocalDate saved) {
    ShapefileWriter.Files files =
        ShapefileWriter.write(layer.features().stream().map(Layer.Feature::shape).toList());
    byte[] dbf = DbfWriter.write(layer, style == Style.WITHOUT_INDEX ? 0x00 : 0x4D, saved);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(base + ".shp", files.shp());
    if (style != Style.WITHOUT_INDEX) {
      entries.put(base + ".shx", files.shx());
    }
    entries.put(base + ".dbf", dbf);
    entries.put(base + ".prj", DbfWriter.ascii(PRJ));
    return zip(dressed(entries, style), style == Style.GBK_FOLDER ? DbfWriter.GBK : StandardCharsets.UTF_8, saved);
  }

  private static Map<String, byte[]> dressed(Map<String, byte[]> plain, Style style) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    plain.forEach((name, bytes) -> {
      switch (style) {
        case UPPER_CASE -> entries.put(name.toUpperCase(Locale.ROOT), bytes);
        case GBK_FOLDER -> {
          entries.put("华山农场测量成果/三分场/" + name, bytes);
          entries.put("__MACOSX/华山农场测量成果/三分场/._" + name, new byte[] {0, 5, 22, 7, 0, 2, 0, 0});
        }
        default -> entries.put(name, bytes);
      }
    });
    return entries;
  }

  private static byte[] zip(Map<String, byte[]> entries, Charset names, LocalDate saved) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        CRC32 sum = new CRC32();
        sum.update(each.getValue());
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(each.getValue().length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(saved.atTime(17, 30));
        zip.putNextEntry(entry);
        zip.write(each.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
