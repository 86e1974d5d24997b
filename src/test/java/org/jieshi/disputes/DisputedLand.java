package org.jieshi.disputes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts land and people on the register for the tests; each plot of ground is used once. */
@Component
public class DisputedLand {

  public static final ChangeReason SURVEY = new ChangeReason("IMPORT", "test");
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4524);
  private static final double EAST = 36_632_000;
  private static final double NORTH = 2_480_000;

  private final SpatialUnits units;
  private final Conflicts conflicts;
  private final Users users;
  private final CurrentUser current;
  private final TransactionTemplate transactions;
  private int plots;

  DisputedLand(SpatialUnits units, Conflicts conflicts, Users users, CurrentUser current,
      PlatformTransactionManager transactions) {
    this.units = units;
    this.conflicts = conflicts;
    this.users = users;
    this.current = current;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** A corner of the farm, a kilometre from the next; coordinates of {@code wkt} are metres from it. */
  public record Plot(double east, double north) {

    public Geometry at(String wkt) {
      try {
        Geometry geometry = new WKTReader(FACTORY).read(wkt);
        geometry.apply((CoordinateFilter) c -> {
          c.x += east;
          c.y += north;
        });
        geometry.geometryChanged();
        return geometry;
      } catch (ParseException e) {
        throw new IllegalArgumentException(wkt, e);
      }
    }
  }

  public synchronized Plot newPlot() {
    plots++;
    return new Plot(EAST + 1000 * (plots % 20), NORTH + 1000 * (plots / 20));
  }

  /** One person of each of these roles, by its name. */
  public void people() {
    for (Role role : List.of(Role.REVIEWER, Role.MEDIATOR, Role.APPROVER, Role.SURVEYOR, Role.MANAGER)) {
      person(role.name().toLowerCase(), role);
    }
  }

  public void person(String name, Role role) {
    if (users.find(name).isEmpty()) {
      users.add(name, role.title().zh(), role, null, "long enough");
    }
  }

  public <T> T as(Role role, Supplier<T> work) {
    return current.actingAs(role.name().toLowerCase(), work);
  }

  public UnitRef parcel(String code, Geometry boundary) {
    return parcelOf(code, "华山农场", boundary);
  }

  public UnitRef parcelOf(String code, String holder, Geometry boundary) {
    return add(UnitKind.PARCEL, code, boundary, 0.05, facts(holder, null, null, null));
  }

  public UnitRef certifiedParcel(String code, Geometry boundary) {
    UnitRef parcel = parcel(code, boundary);
    transactions.executeWithoutResult(status -> {
      units.setParcelStatus(code, UnitStatus.PENDING, SURVEY);
      units.setParcelStatus(code, UnitStatus.CERTIFIED, SURVEY);
    });
    return parcel;
  }

  public UnitRef claim(String code, String claimant, String basis, @Nullable LocalDate since, Geometry boundary) {
    return add(UnitKind.CLAIM, code, boundary, 0.05, facts(claimant, basis, null, since));
  }

  /** Another boundary, as a new survey brings it. */
  public void amend(UnitKind kind, String code, Geometry boundary) {
    transactions.executeWithoutResult(status -> units.amend(units.get(kind, code).ref(), boundary, SURVEY));
  }

  public UnitVersion unit(UnitKind kind, String code) {
    return units.get(kind, code);
  }

  public Conflict onlyConflict(String parcel) {
    List<Conflict> all = conflicts.ofParcel(parcel);
    if (all.size() != 1) {
      throw new AssertionError(parcel + " has " + all);
    }
    return all.get(0);
  }

  private UnitRef add(UnitKind kind, String code, Geometry boundary, Double accuracy, UnitFacts facts) {
    return transactions.execute(status -> units.add(kind,
        List.of(new UnitDraft(code, boundary, 4524, null, accuracy, facts, null, null)), SURVEY).get(0));
  }

  private static UnitFacts facts(String party, @Nullable String basis, @Nullable String document,
      @Nullable LocalDate since) {
    return new UnitFacts(party, basis, document, since, null, null, null, null, null, null, null, Map.of());
  }
}
