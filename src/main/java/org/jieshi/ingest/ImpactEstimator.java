package org.jieshi.ingest;

/**
 * Estimates what a commit would change. Declared here and implemented by a module that knows conflicts and coverage; with
 * none present an import has no preview.
 */
public interface ImpactEstimator {

  /** Called once when an import has been checked, inside a read-only transaction. */
  Impact estimate(StagedImport staged);
}
