package org.jieshi.imagery;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.geotools.api.coverage.grid.GridEnvelope;
import org.geotools.api.geometry.Bounds;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.parameter.ParameterValue;
import org.geotools.api.referencing.ReferenceIdentifier;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.grid.GridEnvelope2D;
import org.geotools.coverage.grid.GridGeometry2D;
import org.geotools.coverage.grid.io.AbstractGridFormat;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** A GeoTIFF file, read by GeoTools: only the tiles of the window, from the overview that is fine enough. */
final class GeoTiff implements AutoCloseable {

  private static final long MOST_PIXELS = 40_000_000_000L;

  private final GeoTiffReader reader;
  private final int srid;
  private final Envelope bounds;

  private GeoTiff(GeoTiffReader reader) {
    this.reader = reader;
    this.srid = sridOf(reader);
    Bounds given = reader.getOriginalEnvelope();
    this.bounds = new Envelope(given.getMinimum(0), given.getMaximum(0), given.getMinimum(1), given.getMaximum(1));
  }

  /** Refused with {@code FILE_UNREADABLE} or {@code CRS_UNKNOWN} unless it is a picture in a system of the catalogue. */
  static GeoTiff open(Path file) {
    GeoTiffReader reader = null;
    try {
      reader = new GeoTiffReader(file.toFile());
      GeoTiff opened = new GeoTiff(reader);
      if ((long) opened.width() * opened.height() > MOST_PIXELS) {
        throw unreadable(null);
      }
      return opened;
    } catch (IOException | IllegalArgumentException | IllegalStateException | NullPointerException
        | IndexOutOfBoundsException | UnsupportedOperationException failure) {
      if (reader != null) {
        reader.dispose();
      }
      throw unreadable(failure);
    }
  }

  private static RuntimeException unreadable(@Nullable Exception failure) {
    RuntimeException refusal = Problem.of(ProblemCode.FILE_UNREADABLE,
        "This is no GeoTIFF with a position on the ground; write it anew, as by gdalwarp -t_srs EPSG:4524 in.tif out.tif.",
        "该文件不是带地理位置的 GeoTIFF，请重新生成，例如 gdalwarp -t_srs EPSG:4524 in.tif out.tif。").inField("file").asException();
    if (failure != null) {
      refusal.addSuppressed(failure);
    }
    return refusal;
  }

  private static int sridOf(GeoTiffReader reader) {
    for (ReferenceIdentifier identifier : reader.getCoordinateReferenceSystem().getIdentifiers()) {
      if (identifier.getCode().matches("\\d{4,6}")) {
        int code = Integer.parseInt(identifier.getCode());
        if (CoordinateSystems.findPlane(code).isPresent() || code == CoordinateSystems.CGCS2000_DEGREES) {
          return code;
        }
      }
    }
    throw Problem.of(ProblemCode.CRS_UNKNOWN,
        "The picture's coordinate system has no code that is known here; bring it into one, as by gdalwarp -t_srs EPSG:4524.",
        "影像坐标系无法识别，请转换后再上传，例如 gdalwarp -t_srs EPSG:4524 in.tif out.tif。").inField("file").asException();
  }

  int srid() {
    return srid;
  }

  /** In the system of the file, x = east or longitude. */
  Envelope bounds() {
    return bounds;
  }

  int width() {
    return size().getSpan(0);
  }

  int height() {
    return size().getSpan(1);
  }

  private GridEnvelope size() {
    return reader.getOriginalGridRange();
  }

  /**
   * The part of the picture in a window of its own system, at about the resolution asked for.
   *
   * @return null where the window lies outside of the picture
   */
  @Nullable Part part(Envelope window, int width, int height) throws IOException {
    Envelope wanted = window.intersection(bounds);
    if (wanted.isNull() || wanted.getWidth() == 0 || wanted.getHeight() == 0) {
      return null;
    }
    int columns = Math.max(1, (int) Math.ceil(width * wanted.getWidth() / window.getWidth()));
    int rows = Math.max(1, (int) Math.ceil(height * wanted.getHeight() / window.getHeight()));
    ParameterValue<GridGeometry2D> grid = AbstractGridFormat.READ_GRIDGEOMETRY2D.createValue();
    grid.setValue(new GridGeometry2D(new GridEnvelope2D(0, 0, columns, rows),
        new ReferencedEnvelope(wanted, reader.getCoordinateReferenceSystem())));
    GridCoverage2D coverage = reader.read(new GeneralParameterValue[] {grid});
    if (coverage == null) {
      return null;
    }
    try {
      Bounds at = coverage.getEnvelope();
      return new Part(picture(coverage.getRenderedImage()),
          new Envelope(at.getMinimum(0), at.getMaximum(0), at.getMinimum(1), at.getMaximum(1)));
    } finally {
      coverage.dispose(true);
    }
  }

  /** @param bounds that the pixels cover, in the system of the file */
  record Part(BufferedImage image, Envelope bounds) {
  }

  private static BufferedImage picture(RenderedImage rendered) {
    int left = rendered.getMinX();
    int top = rendered.getMinY();
    BufferedImage image = new BufferedImage(rendered.getWidth(), rendered.getHeight(), BufferedImage.TYPE_INT_ARGB);
    ColorModel colours = rendered.getColorModel();
    Raster pixels = rendered.getData(new Rectangle(left, top, rendered.getWidth(), rendered.getHeight()));
    Object pixel = null;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        pixel = pixels.getDataElements(left + x, top + y, pixel);
        image.setRGB(x, y, colours.getRGB(pixel));
      }
    }
    return image;
  }

  @Override
  public void close() {
    reader.dispose();
  }
}
