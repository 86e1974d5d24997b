package org.jieshi.ingest.shapefile;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files of one shapefile layer, on disk under names of ours.
 *
 * @param name the layer's name as the surveyor wrote it, with its folder inside the archive
 * @param prj null when none was sent
 * @param cpg null when none was sent
 */
public record LayerFiles(String name, Path shp, Path dbf, @Nullable Path prj, @Nullable Path cpg) {

  public String shpName() {
    return name + ".shp";
  }

  public String dbfName() {
    return name + ".dbf";
  }
}
