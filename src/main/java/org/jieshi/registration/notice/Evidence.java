package org.jieshi.registration.notice;

import java.time.Instant;

/** A file that somebody sent with an objection. */
public record Evidence(long id, String objectionId, String fileName, String mediaType, long size, String sha256,
    Instant receivedAt) {

  /** The most files of one objection, and the bytes of one. */
  public static final int MOST = 5;
  public static final int LARGEST = 10 * 1024 * 1024;
}
