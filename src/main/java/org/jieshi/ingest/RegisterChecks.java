package org.jieshi.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Overlap;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.Bilingual;
import org.jieshi.store.GeometryCodec;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The staged rows of an import against the register: L1 (numbers), C2 (certified land), C3 (land under application), C9
 * (parcels inside).
 * Set-based: the pairs to look at come from one query each, whatever the size of the import.
 */
@Component
class RegisterChecks {

  /** Where a unit may stand whose boundary gets a new version. */
  private static final Map<String, String> STATUS_ZH =
      Map.of("SURVEYED", "已测量", "PENDING", "办理中", "DISPUTED", "有争议", "ACTIVE", "有效");

  private final JdbcClient jdbc;

  RegisterChecks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @param codesMayRepeat whether two records may have the same code */
  List<Finding> check(long importId, Layer layer, boolean codesMayRepeat) {
    List<Finding> findings = new ArrayList<>();
    if (codesMayRepeat) {
      findings.addAll(repeatedCodes(importId));
    }
    if (layer.unitKind() == null || isEmpty(layer.unitKind())) {
      return findings;
    }
    markUnchanged(importId, layer);
    findings.addAll(knownCodes(importId, layer));
    if (layer == Layer.PARCELS) {
      findings.addAll(landOfOthers(importId));
    }
    return findings;
  }

  /** Whether the register has nothing of a kind: the first import into it is the largest. */
  private boolean isEmpty(UnitKind kind) {
    return !jdbc.sql("select exists (select 1 from spatial_unit where kind = :kind)").param("kind", kind.name())
        .query(Boolean.class).single();
  }

  private List<Finding> repeatedCodes(long importId) {
    return jdbc.sql("""
        select r.record, r.code, same.first, same.last
          from import_row r
          join (select code, min(record) as first, max(record) as last from import_row
                 where import_id = :id and code is not null group by code having count(*) > 1) same on same.code = r.code
         where r.import_id = :id
         order by r.record
        """).param("id", importId)
        .query((row, number) -> block(row.getInt("record"),
            "Records %2$s and %3$s both have the number %1$s; give one of them another.",
            "第 %2$s 条与第 %3$s 条记录的编号均为 %1$s，请更改其中之一。",
            row.getString("code"), row.getInt("first"), row.getInt("last"))).list();
  }

  /**
   * Of a file that corrects another: the records that the register has exactly so from that one, which surveyors leave in
   * the file. They are neither judged nor committed again.
   */
  private void markUnchanged(long importId, Layer layer) {
    jdbc.sql("""
        update import_row r set unchanged = cast(r.boundary as bytea) = cast(v.boundary as bytea)
            and (v.declared_area, v.accuracy, v.party, v.basis, v.document, v.land_use_scheme, v.land_use_code,
                 v.location, v.right_nature)
              is not distinct from
                (cast(r.fields ->> 'declaredArea' as numeric), cast(r.fields ->> 'accuracy' as float8),
                 r.fields ->> 'party', r.fields ->> 'basis', r.fields ->> 'document', r.fields ->> 'landUseScheme',
                 r.fields ->> 'landUseCode', r.fields ->> 'location', r.fields ->> 'rightNature')
          from import i, spatial_unit u, spatial_unit_version v
         where r.import_id = :id and i.id = :id and i.corrects is not null and u.kind = :kind and u.code = r.code
           and v.unit_id = u.id and v.current and v.import_id = i.corrects
        """).param("id", importId).param("kind", layer.unitKind().name()).update();
  }

  /** What a number means that is on the register already. */
  private List<Finding> knownCodes(long importId, Layer layer) {
    return jdbc.sql("""
        select r.record, r.code, u.status, u.version, v.plane_area, v.current, cast(r.boundary as bytea) as boundary,
               coalesce(v.ended_reason, '') as ended
          from import_row r
          join spatial_unit u on u.kind = :kind and u.code = r.code
          join spatial_unit_version v on v.unit_id = u.id and v.version = u.version
         where r.import_id = :id and not r.unchanged
         order by r.record
        """).param("id", importId).param("kind", layer.unitKind().name())
        .query((row, number) -> {
          byte[] boundary = row.getBytes("boundary");
          return known(row.getInt("record"), row.getString("code"), row.getString("status"), row.getInt("version"),
              row.getBigDecimal("plane_area"), boundary == null ? null : GeometryCodec.read(boundary),
              row.getString("ended"));
        }).list().stream().flatMap(Optional::stream).toList();
  }

  private static Optional<Finding> known(int record, String code, String status, int version, BigDecimal area,
      @Nullable Geometry boundary, String ended) {
    if (status.equals("CERTIFIED")) {
      return Optional.of(block(record,
          "Record %s is parcel %s, which has a live certificate; its boundary changes only after that is cancelled.",
          "第 %s 条记录为宗地 %s，其证书有效，须先注销证书方可变更界线。", record, code));
    }
    if (status.equals("RETIRED") || status.equals("WITHDRAWN")) {
      return ended.equals("UNDO") ? Optional.empty() : Optional.of(block(record,
          "Record %s has the number %s, which was withdrawn and is never used again; give it a new one.",
          "第 %s 条记录的编号 %s 已注销，不得重复使用，请另编新号。", record, code));
    }
    if (boundary == null) {
      return Optional.empty();
    }
    Severity severity = status.equals("SURVEYED") || status.equals("ACTIVE") ? Severity.INFO : Severity.WARN;
    return Optional.of(Finding.ofRecord("L1", severity, record, new Bilingual(
        "Record %s becomes version %s of %s, which is %s; its area changes from %s to %s m².",
        "第 %s 条记录将成为 %3$s 的第 %2$s 版（当前%7$s），面积由 %5$s 变为 %6$s 平方米。")
        .formatted(record, version + 1, code, status, area, Areas.planeArea(boundary),
            STATUS_ZH.getOrDefault(status, status))));
  }

  private record Neighbour(int record, Geometry boundary, @Nullable Double accuracy, String code, String status,
      Geometry other, @Nullable Double otherAccuracy) {}

  private List<Finding> landOfOthers(long importId) {
    List<Finding> findings = new ArrayList<>();
    jdbc.sql("""
        select r.record, cast(r.boundary as bytea) as boundary, cast(r.fields ->> 'accuracy' as float8) as accuracy,
               u.code, u.status, cast(v.boundary as bytea) as other, v.accuracy as other_accuracy
          from import_row r
          join spatial_unit_version v on v.current and v.bounds && r.bounds
          join spatial_unit u on u.id = v.unit_id and u.kind = 'PARCEL'
           and u.code is distinct from r.code
         where r.import_id = :id and r.bounds is not null and not r.unchanged
           and not exists (select 1 from import_finding f
                            where f.import_id = r.import_id and f.record = r.record and f.severity = 'BLOCK'
                              and f.rule in ('F3', 'F5', 'G1'))
        """).param("id", importId)
        .query((row, number) -> new Neighbour(row.getInt("record"), GeometryCodec.read(row.getBytes("boundary")),
            (Double) row.getObject("accuracy"), row.getString("code"), row.getString("status"),
            GeometryCodec.read(row.getBytes("other")), (Double) row.getObject("other_accuracy")))
        .stream().forEach(pair -> compare(pair).ifPresent(findings::add));
    return findings;
  }

  private static Optional<Finding> compare(Neighbour pair) {
    Geometry other = CoordinateSystems.inPlane(pair.other(), pair.boundary().getSRID());
    return Overlap.between(pair.boundary(), other)
        .filter(overlap -> isInside(overlap) || pair.status().equals("CERTIFIED") || pair.status().equals("PENDING"))
        .filter(overlap -> overlap.meanWidth() > PairChecks.allowedWidth(pair.accuracy(), pair.otherAccuracy()))
        .map(overlap -> told(pair, overlap));
  }

  /** The register's parcel lies inside the record, which is larger. */
  private static boolean isInside(Overlap overlap) {
    return overlap.rightShare() > PairChecks.WHOLE && overlap.leftShare() <= PairChecks.WHOLE;
  }

  /** Rule C9, whosever land it is: a title over the record would cover it a second time. */
  private static Finding insideTold(Neighbour pair, Overlap overlap) {
    return Finding.ofRecord("C9", Severity.BLOCK, pair.record(), new Bilingual(
        "Parcel %2$s (%3$s m²) lies inside record %1$s; cut it out as a hole.",
        "宗地 %2$s（%3$s 平方米）位于第 %1$s 条记录之内，请挖除为内环。")
        .formatted(pair.record(), pair.code(), PairChecks.metres(overlap.area())))
        .at(overlap.geometry().getInteriorPoint().getCoordinate()).within(PairChecks.WHOLE);
  }

  private static Finding told(Neighbour pair, Overlap overlap) {
    if (isInside(overlap) && !pair.status().equals("CERTIFIED")) {
      return insideTold(pair, overlap);
    }
    boolean certified = pair.status().equals("CERTIFIED");
    Bilingual sentence = certified
        ? new Bilingual("Record %s overlaps the certified parcel %s by %s m², on average %s m wide; correct its boundary.",
            "第 %s 条记录与已发证宗地 %s 重叠 %s 平方米，平均宽 %s 米，请更正界线。")
        : new Bilingual("Record %s overlaps parcel %s, for which an application is under way, by %s m² (mean width %s m).",
            "第 %s 条记录与正在办理登记的宗地 %s 重叠 %s 平方米（平均宽 %s 米）。");
    return Finding.ofRecord(certified ? "C2" : "C3", certified ? Severity.BLOCK : Severity.WARN, pair.record(),
            sentence.formatted(pair.record(), pair.code(), PairChecks.metres(overlap.area()),
                PairChecks.metres(overlap.meanWidth())))
        .at(overlap.geometry().getInteriorPoint().getCoordinate())
        .within(PairChecks.allowedWidth(pair.accuracy(), pair.otherAccuracy()));
  }

  private static Finding block(int record, String en, String zh, Object... arguments) {
    return Finding.ofRecord("L1", Severity.BLOCK, record, new Bilingual(en, zh).formatted(arguments));
  }
}
