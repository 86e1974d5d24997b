package org.jieshi.ingest;

/** What is done with a file one after the other; each counts its progress anew. */
enum Phase {
  UNPACKING,
  /** Reading the records and checking each by itself. */
  READING,
  /** Records against each other. */
  NEIGHBOURS,
  /** Records against the register. */
  REGISTER,
  /** What a commit would change; the import is STAGED by then. */
  IMPACT
}
