package org.jieshi.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.ingest.source.Finding;

/** Records of a file that were checked together and are stored together. */
final class StagedBatch {

  private final List<StagedRow> rows = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Repair> repairs = new ArrayList<>();

  void add(Repair repair) {
    repairs.add(repair);
  }

  List<Repair> repairs() {
    return repairs;
  }

  void add(StagedRow row, List<Finding> about) {
    rows.add(row);
    findings.addAll(about);
  }

  List<StagedRow> rows() {
    return rows;
  }

  List<Finding> findings() {
    return findings;
  }
}
