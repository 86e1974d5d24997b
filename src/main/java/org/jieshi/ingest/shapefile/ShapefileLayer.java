package org.jieshi.ingest.shapefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jieshi.ingest.source.DeclaredSystem;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.MarkLayer;
import org.jieshi.ingest.source.NamedFile;
import org.jieshi.ingest.source.OpenLayer;
import org.jspecify.annotations.Nullable;

/** The parts of one shapefile by their extensions, whole or not; what is missing is told when it is needed. */
final class ShapefileLayer implements MarkLayer {

  private static final int LARGEST_PRJ = 1 << 16;

  private final Map<String, NamedFile> parts;

  ShapefileLayer(Map<String, NamedFile> parts) {
    this.parts = parts;
  }

  @Override
  public String name() {
    NamedFile shp = parts.get("shp");
    return (shp == null ? parts.values().iterator().next() : shp).stem();
  }

  @Override
  public String fileName() {
    return name() + ".shp";
  }

  @Override
  public Kind kind() {
    NamedFile shp = parts.get("shp");
    return shp == null ? Kind.OTHER : ShapeKind.ofFile(shp.path()).layerKind();
  }

  @Override
  public DeclaredSystem declaredSystem() throws IOException {
    Path prj = files().prj();
    String wkt = prj == null ? "" : text(prj);
    return wkt.isBlank() ? DeclaredSystem.none(fileName(), FileFault.CRS_NONE)
        : DeclaredSystem.byDefinition(name() + ".prj", wkt);
  }

  @Override
  public OpenLayer open(int srid, @Nullable String encoding) throws IOException {
    return new OpenShapefile(ShapefileDataStore.open(files(), srid, encoding));
  }

  @Override
  public OpenLayer openMarks(int srid, @Nullable String encoding) throws IOException {
    return new OpenMarks(files(), srid, encoding);
  }

  private LayerFiles files() throws FileProblem {
    return new LayerFiles(name(), required("shp"), required("dbf"), path("prj"), path("cpg"));
  }

  private Path required(String extension) throws FileProblem {
    Path path = path(extension);
    if (path == null) {
      throw FileFault.LAYER_FILE_MISSING.problem(name() + "." + extension);
    }
    return path;
  }

  private @Nullable Path path(String extension) {
    NamedFile part = parts.get(extension);
    return part == null ? null : part.path();
  }

  private static String text(Path prj) throws IOException {
    try (InputStream in = Files.newInputStream(prj)) {
      return new String(in.readNBytes(LARGEST_PRJ), StandardCharsets.UTF_8).replace("\uFEFF", "");
    }
  }
}
