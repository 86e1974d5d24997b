package org.jieshi.ingest;

import java.nio.file.Path;

/**
 * A file as it was sent.
 *
 * @param fileName its name on the surveyor's machine
 * @param content where its bytes are, for as long as the call lasts
 */
public record Upload(String fileName, Path content) {

  private static final int LONGEST_NAME = 200;

  /** The name without the folders that some browsers send along. */
  public Upload {
    String plain = fileName.replace('\\', '/');
    plain = plain.substring(plain.lastIndexOf('/') + 1).strip();
    fileName = plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
  }
}
