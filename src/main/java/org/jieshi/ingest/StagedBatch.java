package org.jieshi.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jieshi.ingest.source.Finding;

/** Records of a file that were checked together and are stored together. */
final class StagedBatch {

  private final List<StagedRow> rows = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Repair> repairs = new ArrayList<>();
  private final Set<Integer> comparable = new HashSet<>();

  void add(Repair repair) {
    repairs.add(repair);
  }

  List<Repair> repairs() {
    return repairs;
  }

  void add(StagedRow row, List<Finding> about) {
    rows.add(row);
    findings.addAll(about);
    if (row.degrees() != null && HeldLand.isComparable(about)) {
      comparable.add(row.record());
    }
  }

  /** Whether the record is to be compared with others. */
  boolean isComparable(int record) {
    return comparable.contains(record);
  }

  List<StagedRow> rows() {
    return rows;
  }

  List<Finding> findings() {
    return findings;
  }
}
