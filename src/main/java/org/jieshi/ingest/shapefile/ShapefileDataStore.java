package org.jieshi.ingest.shapefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.Name;
import org.geotools.data.store.ContentDataStore;
import org.geotools.data.store.ContentEntry;
import org.geotools.data.store.ContentFeatureSource;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One shapefile layer of polygons, read-only. Opening it already reads both files once: the headers of all shapes, and
 * all text of the table to learn its encoding. A store that opens holds as many rows as shapes, each of them whole;
 * what is inside a shape may still be refused while reading, by a {@link FileProblem}.
 *
 * <p>Every feature carries in its user data {@link #RECORD}, its number in the file counted from 1 (deleted rows are
 * counted too, but don't appear), and {@link #FINDINGS}, what has to be said about it. Its geometry is a polygon or
 * multipolygon in the plane, or null where a finding says why.
 */
public final class ShapefileDataStore extends ContentDataStore {

  /** User data of a feature: its {@link Integer} record number. */
  public static final String RECORD = "record";
  /** User data of a feature: a {@code List<Finding>}, possibly empty. */
  public static final String FINDINGS = "findings";
  /** Longer than any column name of a dBASE table can be, so none can collide with it. */
  public static final String GEOMETRY = "the_geometry";

  private final LayerFiles files;
  private final int srid;
  private final TextEncoding encoding;
  private final int records;
  private final int deleted;
  private final List<Finding> findings = new ArrayList<>();

  private ShapefileDataStore(LayerFiles files, int srid, @Nullable String requestedEncoding) throws IOException {
    this.files = files;
    this.srid = srid;
    this.records = pair();
    this.encoding = TextEncoding.find(files, records, requestedEncoding);
    this.deleted = countDeleted();
    tellEncoding();
  }

  /**
   * Opens a layer.
   *
   * @param srid EPSG code of the plane system its coordinates are in; geometries carry it
   * @param encoding what the surveyor says about the text, or null to find it out
   * @throws FileProblem when the layer can't be taken
   */
  public static ShapefileDataStore open(LayerFiles files, int srid, @Nullable String encoding) throws IOException {
    return new ShapefileDataStore(files, srid, encoding);
  }

  /** How many records the files hold, deleted ones included. */
  public int records() {
    return records;
  }

  /** The names of the attribute columns that are read. */
  public List<String> columns() throws IOException {
    return features().getSchema().getAttributeDescriptors().stream().map(AttributeDescriptor::getLocalName)
        .filter(name -> !name.equals(GEOMETRY)).toList();
  }

  /** The encoding as people know it. */
  public String encoding() {
    return encoding.name();
  }

  /** What has to be said about the files as a whole. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** The only layer. */
  public ContentFeatureSource features() throws IOException {
    return getFeatureSource(getTypeNames()[0]);
  }

  @Override
  protected List<Name> createTypeNames() {
    return List.of(name(files.name().substring(files.name().lastIndexOf('/') + 1)));
  }

  @Override
  protected ContentFeatureSource createFeatureSource(ContentEntry entry) {
    return new ShapefileFeatureSource(entry, this);
  }

  LayerFiles files() {
    return files;
  }

  TextEncoding textEncoding() {
    return encoding;
  }

  int srid() {
    return srid;
  }

  int live() {
    return records - deleted;
  }

  /**
   * The number of shapes, once the table agrees with it: by the count in its header, or by the rows that are there when
   * only the header was left behind.
   */
  private int pair() throws IOException {
    try (ShpFile shp = ShpFile.open(files.shp(), files.shpName());
        DbfFile dbf = DbfFile.open(files.dbf(), files.dbfName())) {
      for (ByteBuffer content = shp.next(); content != null; content = shp.next()) {
        PolygonRecord.checkCounts(shp, content);
      }
      int shapes = shp.records();
      if (shapes != dbf.declaredRows() && shapes != dbf.presentRows()) {
        throw FileFault.COUNT_MISMATCH.problem(files.shpName(), shapes, files.dbfName(), dbf.declaredRows());
      }
      tellShapes(shp);
      tellTable(dbf, shapes);
      return shapes;
    }
  }

  private int countDeleted() throws IOException {
    int count = 0;
    try (DbfFile dbf = DbfFile.open(files.dbf(), files.dbfName())) {
      for (int row = 0; row < records; row++) {
        if (DbfFile.isDeleted(dbf.next())) {
          count++;
        }
      }
    }
    if (count > 0) {
      tell("F2", Severity.INFO, "%s records are marked as deleted in %s and were left out.",
          "%s 条记录在 %s 中标为已删除，未读取。", count, files.dbfName());
    }
    return count;
  }

  private void tellShapes(ShpFile shp) {
    if (!shp.declaresItsSize()) {
      tell("F2", Severity.INFO, "The header of %s gives a wrong file length; the file was read to its real end.",
          "%s 文件头中的长度有误，已按实际长度读取。", shp.name());
    }
    if (shp.shapeType() == 15 || shp.shapeType() == 25) {
      tell("F5", Severity.INFO, "%s carries heights or measures; they were dropped, the plane boundary is unchanged.",
          "%s 带有高程或度量值，已舍去，平面界线不变。", shp.name());
    }
  }

  private void tellTable(DbfFile dbf, int shapes) {
    if (shapes != dbf.declaredRows()) {
      tell("F2", Severity.INFO, "The header of %s promises %s rows, but %s are there, as many as shapes; all were read.",
          "%s 文件头标明 %s 行，实际 %s 行且与图形数一致，已全部读取。", dbf.name(), dbf.declaredRows(), shapes);
    }
    for (int column = 0; column < dbf.columns().size(); column++) {
      if (!dbf.columns().get(column).isReadable()) {
        tell("F2", Severity.WARN, "Column %s of %s is of a kind (%s) that isn't kept in the .dbf and was left out.",
            "%2$s 第 %1$s 列的类型（%3$s）不保存在 .dbf 中，未读取。", column + 1, dbf.name(), dbf.columns().get(column).type());
      }
    }
  }

  private void tellEncoding() {
    if (encoding.refuted() != null) {
      tell("F4", Severity.ASK, "%s is declared as %s, but its text is %s; please check the preview.",
          "%s 标明编码为 %s，但文字实为 %s，请核对预览。", files.dbfName(), encoding.refuted(), encoding.name());
    }
  }

  private void tell(String rule, Severity severity, String en, String zh, Object... arguments) {
    findings.add(Finding.ofFile(rule, severity, new Bilingual(en, zh).formatted(arguments)));
  }
}
