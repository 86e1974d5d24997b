package org.jieshi.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.ConflictStatus;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.conflicts.NetArea;
import org.jieshi.conflicts.Track;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.AreaUnits;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One land, two certificates (domain.md §9): reported apart, with the papers of both sides. */
@RestController
class DoubleCertificates {

  private final Conflicts conflicts;
  private final SpatialUnits units;
  private final JdbcClient jdbc;

  DoubleCertificates(Conflicts conflicts, SpatialUnits units, JdbcClient jdbc) {
    this.conflicts = conflicts;
    this.units = units;
    this.jdbc = jdbc;
  }

  /** Overlaps beyond survey error that are open or in a case, the largest first. */
  @GetMapping("/api/coverage/double-certificates")
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Report report() {
    List<Conflict> found = conflicts.allBlocking().stream()
        .filter(conflict -> conflict.track() == Track.DOUBLE_CERTIFICATE)
        .sorted((one, other) -> Double.compare(other.area(), one.area())).toList();
    Map<Long, String> certificates = certificatesOf(found);
    List<Item> items = new ArrayList<>();
    BigDecimal pairArea = BigDecimal.ZERO.setScale(2);
    for (Conflict conflict : found) {
      BigDecimal area = AreaUnits.squareMetres(conflict.area());
      pairArea = pairArea.add(area);
      items.add(new Item(conflict.id(), paper(conflict.left(), certificates), paper(conflict.right(), certificates), area,
          conflict.overlapClass(), conflict.status(), conflict.caseNumber()));
    }
    BigDecimal netArea = AreaUnits.squareMetres(NetArea.of(found.stream().map(Conflict::overlap).toList()));
    return new Report(items, items.size(), pairArea, netArea, AreaUnits.hectares(netArea));
  }

  private Paper paper(UnitRef ref, Map<Long, String> certificates) {
    UnitVersion unit = units.getVersion(ref.id(), ref.version());
    String number = certificates.get(ref.id());
    return new Paper(ref.kind(), ref.code(), unit.facts().party(), number != null ? number : unit.facts().document(),
        number != null || ref.kind() != UnitKind.PARCEL);
  }

  private Map<Long, String> certificatesOf(List<Conflict> found) {
    Map<Long, String> numbers = new HashMap<>();
    jdbc.sql("select unit_id, number from certificate where status = 'LIVE' and unit_id = any(:ids)")
        .param("ids", found.stream().flatMap(conflict ->
            Stream.of(conflict.left().id(), conflict.right().id())).toArray(Long[]::new))
        .query(row -> {
          numbers.put(row.getLong("unit_id"), row.getString("number"));
        });
    return numbers;
  }

  /**
   * @param pairArea m², sum over the pairs
   * @param netArea m², the land under them, every square metre once
   */
  record Report(List<Item> items, int total, BigDecimal pairArea, BigDecimal netArea, BigDecimal netAreaHm2) {
  }

  record Item(long conflict, Paper left, Paper right, BigDecimal area, OverlapClass overlapClass, ConflictStatus status,
      @Nullable String caseNumber) {
  }

  /**
   * What a side rests on.
   *
   * @param number of its live certificate, else of the document its holder relies on
   * @param certified false for a parcel that has no certificate yet: a certificate would make it the second
   */
  record Paper(UnitKind kind, String code, @Nullable String party, @Nullable String number, boolean certified) {
  }
}
