package org.jieshi.ingest.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One layer of an upload, not opened yet: what has to be known to choose it and to find its coordinate system. */
public interface SurveyLayer {

  /** What kind of shapes a layer holds. */
  enum Kind {
    POLYGONS,
    POINTS,
    LINES,
    /** Nothing that has a place, or several kinds at once, or nothing anybody can read. */
    OTHER
  }

  /** The layer's name as the surveyor wrote it, with its folder or file where there are several. */
  String name();

  /** The file that messages name: {@code 宗地.shp}. */
  String fileName();

  Kind kind();

  /** What the file itself says about the system of its coordinates. */
  DeclaredSystem declaredSystem() throws IOException;

  /**
   * Opens the layer. This may read it whole: what opens has its count, its columns and its encoding right.
   *
   * @param srid EPSG code of the system its coordinates are in; geometries carry it
   * @param encoding what the surveyor says about the text, or null to find it out
   * @throws FileProblem when the layer can't be taken
   */
  OpenLayer open(int srid, @Nullable String encoding) throws IOException;
}
