package org.jieshi.disputes.encroachment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jieshi.audit.StandingAnswers;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.ConflictStatus;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.conflicts.Track;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.OfficeClock;
import org.jieshi.store.GeometryCodec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All encroached land, present and past. */
@Component
public class EncroachmentLedger {

  private final JdbcClient jdbc;
  private final Conflicts conflicts;
  private final SpatialUnits units;
  private final StandingAnswers answers;

  private record Period(LocalDate from, LocalDate to) {
  }

  EncroachmentLedger(JdbcClient jdbc, Conflicts conflicts, SpatialUnits units, StandingAnswers answers) {
    this.jdbc = jdbc;
    this.conflicts = conflicts;
    this.units = units;
    this.answers = answers;
  }

  /**
   * The occupied land that a conflict is about; empty if it is about something else, or only about survey error.
   *
   * @param conflict as it stands before anything is changed
   */
  public Optional<OccupiedLand> landOf(Conflict conflict) {
    if (conflict.right().kind() != UnitKind.CLAIM || conflict.overlapClass() == OverlapClass.NOISE
        || conflict.status() == ConflictStatus.GONE) {
      return Optional.empty();
    }
    UnitVersion claim = units.getVersion(conflict.right().id(), conflict.right().version());
    boolean occupation = conflict.track() == Track.TRESPASS || UnitFacts.OCCUPATION.equals(claim.facts().basis());
    return occupation ? Optional.of(new OccupiedLand(claim.ref().id(), claim.ref().code(), claim.facts().party(),
        conflict.left().code(), conflict.overlap(), since(claim), conflict.caseNumber(), null, null, null))
        : Optional.empty();
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
    return conflicts.ofOccupations().stream().flatMap(conflict -> landOf(conflict).stream());
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

  private LocalDate since(UnitVersion claim) {
    if (claim.facts().since() != null) {
      return claim.facts().since();
    }
    List<UnitVersion> versions = units.versions(claim.ref().id());
    return versions.get(versions.size() - 1).validFrom().atZone(OfficeClock.ZONE).toLocalDate();
  }
}
