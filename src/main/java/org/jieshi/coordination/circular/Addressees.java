package org.jieshi.coordination.circular;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jieshi.coordination.Department;
import org.jieshi.disputes.CaseChanged;
import org.jieshi.disputes.Party;
import org.jieshi.parcels.AdministrativeKind;
import org.jieshi.parcels.AdministrativeUnits;
import org.jieshi.parcels.Locator;
import org.jieshi.parcels.Place;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.springframework.stereotype.Component;

/** Whom the result of a case concerns: its parties, and the villages and towns where its land lies. */
@Component
class Addressees {

  private final SpatialUnits units;
  private final AdministrativeUnits places;

  Addressees(SpatialUnits units, AdministrativeUnits places) {
    this.units = units;
    this.places = places;
  }

  /**
   * Each once. A person who is a party gets the document itself, served on them in the case, and no letter between
   * offices; the village committee of the land is told in any case.
   */
  Collection<Addressee> of(CaseChanged change) {
    Map<String, Addressee> all = new LinkedHashMap<>();
    change.parties().stream().filter(party -> party.kind() != Party.Kind.INDIVIDUAL).map(Party::name)
        .map(name -> new Addressee(name.contains("村") ? Department.VILLAGE : Department.OTHER, name))
        .forEach(party -> all.put(party.name(), party));
    for (Addressee where : where(change.parcels())) {
      all.putIfAbsent(where.name(), where);
    }
    return all.values();
  }

  private List<Addressee> where(List<String> parcels) {
    Locator locator = places.locator();
    List<Place> found = parcels.stream().flatMap(code -> units.find(UnitKind.PARCEL, code).stream())
        .map(unit -> locator.locate(unit.boundary(), unit.degrees())).toList();
    List<Addressee> all = new ArrayList<>();
    names(AdministrativeKind.VILLAGE, found, Place::village)
        .forEach(name -> all.add(new Addressee(Department.VILLAGE, name)));
    names(AdministrativeKind.TOWN, found, Place::town).forEach(name -> all.add(new Addressee(Department.TOWN,
        name.endsWith("街道") ? name + "办事处" : name + "人民政府")));
    return all;
  }

  private Collection<String> names(AdministrativeKind kind, List<Place> found, Function<Place, String> code) {
    List<String> codes = found.stream().map(code).filter(Objects::nonNull).distinct().toList();
    return places.namesOf(kind, codes).values().stream().sorted().toList();
  }
}
