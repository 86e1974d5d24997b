package org.jieshi.conflicts;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which units may overlap, by their bounds: one indexed query, however many units are asked about. */
@Component
class CandidatePairs {

  /** @param left a parcel, of two parcels the one with the lower id */
  record Pair(long left, long right) implements Comparable<Pair> {

    @Override
    public int compareTo(Pair other) {
      int byLeft = Long.compare(left, other.left);
      return byLeft != 0 ? byLeft : Long.compare(right, other.right);
    }
  }

  private final JdbcClient jdbc;

  CandidatePairs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The pairs, among the versions in force, of which one side is in {@code unitIds}; in order. */
  Set<Pair> of(List<Long> unitIds) {
    return new TreeSet<>(jdbc.sql("""
        select case when au.kind = 'PARCEL' and (ou.kind <> 'PARCEL' or a.unit_id < o.unit_id)
                    then a.unit_id else o.unit_id end as "left",
               case when au.kind = 'PARCEL' and (ou.kind <> 'PARCEL' or a.unit_id < o.unit_id)
                    then o.unit_id else a.unit_id end as "right"
          from spatial_unit_version a
          join spatial_unit au on au.id = a.unit_id
          join spatial_unit_version o on o.current and o.bounds && a.bounds and o.unit_id <> a.unit_id
          join spatial_unit ou on ou.id = o.unit_id
         where a.current and a.unit_id = any(:ids)
           and (au.kind = 'PARCEL' or ou.kind = 'PARCEL')
           and (au.kind <> 'EVIDENCE' or a.basis = 'FOREST_CERTIFICATE')
           and (ou.kind <> 'EVIDENCE' or o.basis = 'FOREST_CERTIFICATE')
        """).param("ids", unitIds.toArray(Long[]::new))
        .query((row, number) -> new Pair(row.getLong("left"), row.getLong("right"))).list());
  }
}
