package org.jieshi.ingest;

/** Somebody gave the import up while it was being read: the work ends here, and what it stored is taken away. */
final class Cancelled extends RuntimeException {

  Cancelled(long importId) {
    super("import " + importId + " was given up", null, false, false);
  }
}
