package org.jieshi.ingest.source;

/** How much a finding weighs, from rules.md. */
public enum Severity {
  /** Told, nothing to do. */
  INFO,
  /** The machine chose; a person should look whether it chose well (rule F4). */
  ASK,
  /** Taken as it is, but likely a slip of the survey. */
  WARN,
  /** This record isn't taken; the others may be. */
  BLOCK
}
