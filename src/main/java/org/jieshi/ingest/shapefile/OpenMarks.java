package org.jieshi.ingest.shapefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A shapefile of points or lines. */
final class OpenMarks implements OpenLayer {

  private final LayerFiles files;
  private final int srid;
  private final int records;
  private final TextEncoding encoding;
  private final List<String> columns;

  OpenMarks(LayerFiles files, int srid, @Nullable String requestedEncoding) throws IOException {
    this.files = files;
    this.srid = srid;
    this.records = count();
    this.encoding = TextEncoding.find(files, records, requestedEncoding);
    try (DbfFile dbf = DbfFile.open(files.dbf(), files.dbfName())) {
      this.columns = readable(dbf, ColumnNames.of(dbf.columns(), encoding.charset()));
    }
  }

  private static List<String> readable(DbfFile dbf, List<String> names) {
    List<String> readable = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (dbf.columns().get(i).isReadable()) {
        readable.add(names.get(i));
      }
    }
    return readable;
  }

  private int count() throws IOException {
    try (ShpFile shp = ShpFile.openMarks(files.shp(), files.shpName());
        DbfFile dbf = DbfFile.open(files.dbf(), files.dbfName())) {
      while (shp.next() != null) {
        // counted
      }
      if (shp.records() != dbf.declaredRows() && shp.records() != dbf.presentRows()) {
        throw FileFault.COUNT_MISMATCH.problem(files.shpName(), shp.records(), files.dbfName(), dbf.declaredRows());
      }
      return shp.records();
    }
  }

  @Override
  public int records() {
    return records;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public String encoding() {
    return encoding.name();
  }

  @Override
  public List<Finding> findings() {
    return List.of();
  }

  @Override
  public Records read() throws IOException {
    ShpFile shp = ShpFile.openMarks(files.shp(), files.shpName());
    try {
      return new Reading(shp, DbfFile.open(files.dbf(), files.dbfName()));
    } catch (IOException e) {
      shp.close();
      throw e;
    }
  }

  @Override
  public void close() {
    // each reading closes its own files
  }

  private final class Reading implements Records {

    private final ShpFile shp;
    private final DbfFile dbf;
    private final RowReader rows;
    private @Nullable SurveyRecord next;

    Reading(ShpFile shp, DbfFile dbf) {
      this.shp = shp;
      this.dbf = dbf;
      this.rows = new RowReader(dbf.columns(), encoding.charset());
    }

    @Override
    public boolean hasNext() throws IOException {
      while (next == null) {
        ByteBuffer content = shp.next();
        if (content == null) {
          return false;
        }
        byte[] row = dbf.next();
        if (!DbfFile.isDeleted(row)) {
          next = record(content, row);
        }
      }
      return true;
    }

    private SurveyRecord record(ByteBuffer content, byte[] row) throws IOException {
      List<Finding> findings = new ArrayList<>();
      Geometry shape = MarkShape.decode(shp, content, srid);
      List<@Nullable Object> cells = new ArrayList<>();
      rows.read(shp.records(), row, cells, findings);
      Map<String, Object> values = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        Object value = cells.get(i);
        if (value != null) {
          values.put(columns.get(i), value);
        }
      }
      return new SurveyRecord(shp.records(), shape, values, findings);
    }

    @Override
    public SurveyRecord next() throws IOException {
      if (!hasNext()) {
        throw new NoSuchElementException("no more records");
      }
      SurveyRecord found = next;
      next = null;
      return found;
    }

    @Override
    public void close() throws IOException {
      try (ShpFile first = shp; DbfFile second = dbf) {
        next = null;
      }
    }
  }
}
