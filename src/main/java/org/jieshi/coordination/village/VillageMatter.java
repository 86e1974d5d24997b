package org.jieshi.coordination.village;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.ConflictFilter;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.Page;
import org.jieshi.shared.ProblemException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What belongs to one claimant: the claims in its name and their overlaps. Everything else is as if it were not. */
@Component
class VillageMatter {

  private final JdbcClient jdbc;
  private final SpatialUnits units;
  private final Conflicts conflicts;

  VillageMatter(JdbcClient jdbc, SpatialUnits units, Conflicts conflicts) {
    this.jdbc = jdbc;
    this.units = units;
    this.conflicts = conflicts;
  }

  @Transactional(readOnly = true)
  List<UnitVersion> claims(String claimant) {
    Collection<Long> ids = jdbc.sql("""
        select u.id from spatial_unit u join spatial_unit_version v on v.unit_id = u.id
        where u.kind = 'CLAIM' and v.current and v.party = :claimant
        """).param("claimant", claimant).query(Long.class).list();
    return units.getAll(ids).stream().filter(unit -> claimant.equals(unit.facts().party()))
        .sorted(Comparator.comparing(unit -> unit.ref().code())).toList();
  }

  /** Those on record, survey noise included: an honest sheet says that too. */
  @Transactional(readOnly = true)
  List<Conflict> conflicts(String claimant) {
    return claims(claimant).stream().flatMap(claim -> conflicts
        .find(new ConflictFilter(null, null, null, claim.ref().code(), null, null, null), 0, Page.LARGEST).items()
        .stream()
        .filter(conflict -> conflict.right().kind() == UnitKind.CLAIM && conflict.right().id() == claim.ref().id()))
        .toList();
  }

  UnitVersion claim(String claimant, String code) {
    return claims(claimant).stream().filter(claim -> claim.ref().code().equals(code)).findFirst()
        .orElseThrow(() -> ProblemException.notFound("claim of yours", "您的主张", code));
  }

  Conflict conflict(String claimant, long id) {
    return conflicts(claimant).stream().filter(conflict -> conflict.id() == id).findFirst()
        .orElseThrow(() -> ProblemException.notFound("overlap of your claims", "与您主张有关的重叠", id));
  }
}
