package org.jieshi.conflicts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jieshi.conflicts.rules.OverlapRule;
import org.jieshi.conflicts.rules.OverlapRules;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.store.Box;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The conflicts that units would have if they came on the register as they are; changes nothing. */
@Component
public class ConflictForecast {

  /**
   * @param draft place of the draft in the list that was asked about
   * @param known whether the two are in conflict already, by the draft's former version
   * @param overlap plane coordinates of the parcel among the two, the draft if both are parcels
   */
  public record Expected(int draft, UnitRef existing, boolean known, OverlapClass overlapClass, Geometry overlap) {
  }

  private record Candidate(int draft, long unitId, boolean known) {
  }

  /** Share of its length that the edge of a window bends by at most between a plane and degrees: 1.5 % on 1 000 km. */
  private static final double BEND = 0.02;

  private final JdbcClient jdbc;
  private final OverlapRules rules;
  private final SpatialUnits units;

  ConflictForecast(JdbcClient jdbc, OverlapRules rules, SpatialUnits units) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.units = units;
  }

  /** Drafts are compared with the versions in force, not with each other, and not with what they replace. */
  public List<Expected> of(UnitKind kind, List<UnitDraft> drafts) {
    List<Candidate> candidates = candidates(kind, drafts);
    Set<Long> ids = new HashSet<>(candidates.stream().map(Candidate::unitId).toList());
    Map<Long, UnitVersion> existing = units.getAll(ids).stream()
        .collect(Collectors.toMap(unit -> unit.ref().id(), Function.identity()));
    List<Expected> expected = new ArrayList<>();
    OverlapRule rule = rules.inForce();
    for (Candidate candidate : candidates) {
      UnitVersion other = existing.get(candidate.unitId());
      Side draft = Side.of(kind, drafts.get(candidate.draft()));
      (kind == UnitKind.PARCEL ? OverlapJudge.judge(draft, Side.of(other), rule)
          : OverlapJudge.judge(Side.of(other), draft, rule)).ifPresent(finding -> expected.add(new Expected(candidate.draft(), other.ref(), candidate.known(),
              finding.overlapClass(), finding.overlap())));
    }
    return expected;
  }

  private List<Candidate> candidates(UnitKind kind, List<UnitDraft> drafts) {
    UnitKind[] others = kind == UnitKind.PARCEL ? UnitKind.values() : new UnitKind[] {UnitKind.PARCEL};
    return jdbc.sql("""
        select d.place - 1 as draft, v.unit_id, exists (
                 select 1 from spatial_unit former join conflict c on c.status <> 'GONE'
                    and (c.left_unit, c.right_unit) in ((former.id, v.unit_id), (v.unit_id, former.id))
                  where former.kind = :kind and former.code = d.code) as known
          from unnest(cast(:boxes as text[]), cast(:codes as text[])) with ordinality as d (window_4490, code, place)
          join spatial_unit_version v on v.current and v.bounds && cast(d.window_4490 as box)
          join spatial_unit u on u.id = v.unit_id and u.kind = any(:others)
         where not (u.kind = :kind and u.code = d.code)
         order by d.place, v.unit_id
        """)
        .param("kind", kind.name()).param("others", Arrays.stream(others).map(Enum::name).toArray(String[]::new))
        .param("boxes", drafts.stream().map(ConflictForecast::window).toArray(String[]::new))
        .param("codes", drafts.stream().map(UnitDraft::code).toArray(String[]::new))
        .query((row, number) -> new Candidate(row.getInt("draft"), row.getLong("unit_id"), row.getBoolean("known")))
        .list();
  }

  /** Around the draft in degrees: its bounds, with room for what a straight line bends on the way. */
  private static String window(UnitDraft draft) {
    Envelope plane = draft.boundary().getEnvelopeInternal();
    plane.expandBy(BEND * plane.getDiameter());
    Geometry frame = draft.boundary().getFactory().toGeometry(plane);
    frame.setSRID(draft.srid());
    return Box.of(CoordinateSystems.transformAcceptingBallpark(frame, draft.srid(),
        CoordinateSystems.CGCS2000_DEGREES).getEnvelopeInternal()).literal();
  }
}
