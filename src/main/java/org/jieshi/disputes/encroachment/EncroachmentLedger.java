package org.jieshi.disputes.encroachment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jieshi.audit.StandingAnswers;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.ConflictStatus;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.conflicts.Track;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.store.GeometryCodec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All encroached land, present and past. */
@Component
public class EncroachmentLedger {

  private final JdbcClient jdbc;
  private final Conflicts conflicts;
  private final StandingAnswers answers;

  private record Period(LocalDate from, LocalDate to) {
  }

  /** @param since when the occupation began, as the claim says; else the day on which it was first entered */
  private record Claim(@Nullable String party, @Nullable String basis, LocalDate since) {
  }

  EncroachmentLedger(JdbcClient jdbc, Conflicts conflicts, StandingAnswers answers) {
    this.jdbc = jdbc;
    this.conflicts = conflicts;
    this.answers = answers;
  }

  /**
   * The occupied land that a conflict is about; empty if it is about something else, or only about survey error.
   *
   * @param conflict as it stands before anything is changed
   */
  public Optional<OccupiedLand> landOf(Conflict conflict) {
    return landOf(List.of(conflict)).findFirst();
  }

  private Stream<OccupiedLand> landOf(List<Conflict> all) {
    List<Conflict> ofClaims = all.stream().filter(conflict -> conflict.right().kind() == UnitKind.CLAIM
        && conflict.overlapClass() != OverlapClass.NOISE && conflict.status() != ConflictStatus.GONE).toList();
    Map<List<Long>, Claim> claims = claims(ofClaims);
    return ofClaims.stream().flatMap(conflict -> landOf(conflict, claims.get(keyOf(conflict))).stream());
  }

  private static Optional<OccupiedLand> landOf(Conflict conflict, Claim claim) {
    boolean occupation = conflict.track() == Track.TRESPASS || UnitFacts.OCCUPATION.equals(claim.basis());
    return occupation ? Optional.of(new OccupiedLand(conflict.right().id(), conflict.right().code(), claim.party(),
        conflict.left().code(), conflict.overlap(), claim.since(), conflict.caseNumber(), null, null, null))
        : Optional.empty();
  }

  private static List<Long> keyOf(Conflict conflict) {
    return List.of(conflict.right().id(), (long) conflict.right().version());
  }

  /** By unit and version. */
  private Map<List<Long>, Claim> claims(List<Conflict> conflicts) {
    Map<List<Long>, Claim> claims = new HashMap<>();
    jdbc.sql("""
        select v.unit_id, v.version, v.party, v.basis, coalesce(v.since,
                 (select cast(min(f.valid_from) at time zone 'Asia/Shanghai' as date) from spatial_unit_version f
                   where f.unit_id = v.unit_id)) as since
          from spatial_unit_version v where v.unit_id = any(:units)
        """).param("units", conflicts.stream().map(conflict -> conflict.right().id()).distinct().toArray(Long[]::new))
        .query(row -> {
          claims.put(List.of(row.getLong("unit_id"), row.getLong("version")), new Claim(row.getString("party"),
              row.getString("basis"), row.getObject("since", LocalDate.class)));
        });
    return claims;
  }

  /** Enters the end of an occupation. The caller records it in the audit log and changes the boundaries. */
  public void end(String disputeId, OccupiedLand land, LocalDate on, OccupiedLand.End how, String document) {
    jdbc.sql("""
        insert into encroachment_end (dispute_id, claim_unit, claim_code, occupier, since, parcel_code, ended_on, how,
          land, srid, area, document)
        values (:dispute, :unit, :claim, :occupier, :since, :parcel, :on, :how, cast(:land as geometry), :srid, :area,
          :document)
        """)
        .param("dispute", disputeId).param("unit", land.claimUnit()).param("claim", land.claim())
        .param("occupier", land.occupier()).param("since", land.since()).param("parcel", land.parcel())
        .param("on", on).param("how", how.name()).param("land", GeometryCodec.write(land.land()))
        .param("srid", land.land().getSRID()).param("area", Areas.planeArea(land.land()))
        .param("document", document).update();
  }

  /** The balance of a period: opening + added − recovered − ceded = closing. */
  public EncroachmentBalance balance(LocalDate from, LocalDate to) {
    return answers.of(new Period(from, to), () -> EncroachmentBalance.of(all(), from, to));
  }

  /** Present and past, in order of the day it began. */
  List<OccupiedLand> all() {
    return Stream.concat(present(), past()).sorted(Comparator.comparing(OccupiedLand::since)
        .thenComparing(OccupiedLand::claim).thenComparing(OccupiedLand::parcel)).toList();
  }

  private Stream<OccupiedLand> present() {
    return landOf(conflicts.ofOccupations());
  }

  private Stream<OccupiedLand> past() {
    return jdbc.sql("""
        select e.*, cast(e.land as bytea) as ewkb, d.number as case_number
        from encroachment_end e join dispute d on d.id = e.dispute_id
        """)
        .query((row, number) -> new OccupiedLand(row.getLong("claim_unit"), row.getString("claim_code"),
            row.getString("occupier"), row.getString("parcel_code"), GeometryCodec.read(row.getBytes("ewkb")),
            row.getObject("since", LocalDate.class), row.getString("case_number"),
            row.getObject("ended_on", LocalDate.class), OccupiedLand.End.valueOf(row.getString("how")),
            row.getString("document")))
        .list().stream();
  }
}
