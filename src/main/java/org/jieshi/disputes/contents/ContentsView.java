package org.jieshi.disputes.contents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * The file of a case over HTTP.
 *
 * @param awaitingAnswer statements of one side that the other has not answered, with who may
 * @param silent parties that have made no statement yet
 */
record ContentsView(List<Statement> statements, List<Awaiting> awaitingAnswer, List<String> silent,
    List<Evidence> evidence, List<Visit> visits) {

  record Statement(int number, String party, String spokenBy, LocalDate on, @Nullable Integer answers, String text,
      String enteredBy, Instant enteredAt) {
  }

  record Awaiting(int statement, List<String> parties) {
  }

  /** @param weight orders the list; nothing is decided by it */
  record Evidence(long id, @Nullable String party, String evidenceClass, Bilingual classTitle, int weight, String title,
      @Nullable String document, @Nullable LocalDate datedOn, @Nullable String note, String fileName, String mediaType,
      long size, String sha256, String enteredBy, Instant enteredAt) {
  }

  record Visit(int number, LocalDate on, String place, List<String> people, String findings, String enteredBy,
      Instant enteredAt, List<Photo> photos) {
  }

  /** @param positioned {@code EXIF} or {@code ENTERED}; null where nobody knows; @param lon degrees */
  record Photo(long id, @Nullable String caption, @Nullable Double lon, @Nullable Double lat,
      @Nullable String positioned, @Nullable String takenAt, String fileName, String mediaType, long size,
      String sha256) {
  }

  record EvidenceClass(String code, Bilingual title, int weight, String source) {
  }
}
