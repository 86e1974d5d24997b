package org.jieshi.ingest.source;

import java.io.IOException;
import java.util.List;

/**
 * A kind of file that surveyors send. Everything after it (checks, staging, the register) knows nothing about formats:
 * it sees a {@link SurveyLayer}, opened.
 *
 * <p>Implementations keep no state, and recognise their files by content; a name only helps where the content says
 * nothing, as with the parts of a shapefile.
 */
public interface SurveyFormat {

  /** As people know it, for lists and messages: {@code GeoPackage}. */
  String name();

  /**
   * The layers of this format among the files of an upload, in a stable order. Reads no more than it takes to tell.
   *
   * @return none when none of the files is of this format
   * @throws FileProblem when a file is beyond doubt of this format but can't be looked into
   */
  List<SurveyLayer> layers(UploadedFiles upload) throws IOException;
}
