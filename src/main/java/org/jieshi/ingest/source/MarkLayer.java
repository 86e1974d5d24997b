package org.jieshi.ingest.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A layer of points or lines that can be read as the boundary points (JZD) or lines (JZX) of the parcels beside it. */
public interface MarkLayer extends SurveyLayer {

  /**
   * As {@link #open}, but the geometries of the records are points, or lines of one or several parts.
   *
   * @throws FileProblem when the layer can't be taken
   */
  OpenLayer openMarks(int srid, @Nullable String encoding) throws IOException;
}
