package org.jieshi.disputes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Who quarrels: the holders of the parcels and evidence, the claimants of the claims. */
final class Parties {

  private Parties() {
  }

  /**
   * @param units parcels first
   * @param farm who holds a parcel that names no holder
   * @param applicant name of the party that applies; the holder of the first unit if null
   */
  static List<Party> of(Collection<UnitVersion> units, String farm, @Nullable String applicant) {
    Map<String, List<String>> unitsByName = new LinkedHashMap<>();
    units.forEach(unit -> unitsByName.computeIfAbsent(name(unit, farm), name -> new ArrayList<>())
        .add(unit.ref().code()));
    if (unitsByName.size() < 2) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "Both sides are %s: nobody is in dispute with themselves.".formatted(unitsByName.keySet().iterator().next()),
          "双方均为%s，不构成争议。".formatted(unitsByName.keySet().iterator().next())).inField("conflicts").asException();
    }
    String applying = applicant == null || applicant.isBlank() ? unitsByName.keySet().iterator().next()
        : applicant.strip();
    if (!unitsByName.containsKey(applying)) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "%s is not a party; the parties are %s.".formatted(applying, String.join(", ", unitsByName.keySet())),
          "%s不是当事人；当事人为：%s。".formatted(applying, String.join("、", unitsByName.keySet())))
          .inField("applicant").asException();
    }
    List<Party> parties = new ArrayList<>();
    parties.add(new Party(Party.Side.APPLICANT, applying, List.copyOf(unitsByName.get(applying))));
    unitsByName.forEach((name, codes) -> {
      if (!name.equals(applying)) {
        parties.add(new Party(Party.Side.RESPONDENT, name, List.copyOf(codes)));
      }
    });
    return List.copyOf(parties);
  }

  /**
   * @param individuals names of those that are persons; the others are units. Null: nobody said
   */
  static List<Party> kinds(List<Party> parties, @Nullable List<String> individuals) {
    if (individuals == null) {
      return parties;
    }
    individuals.stream().filter(name -> parties.stream().noneMatch(party -> party.name().equals(name.strip())))
        .findFirst().ifPresent(stranger -> {
          throw Problem.of(ProblemCode.INVALID_FIELD,
              "%s is not a party; the parties are %s.".formatted(stranger,
                  parties.stream().map(Party::name).collect(Collectors.joining(", "))),
              "%s不是当事人；当事人为：%s。".formatted(stranger,
                  parties.stream().map(Party::name).collect(Collectors.joining("、"))))
              .inField("individuals").asException();
        });
    return parties.stream().map(party -> new Party(party.side(), party.name(), party.units(),
        individuals.stream().anyMatch(name -> party.name().equals(name.strip())) ? Party.Kind.INDIVIDUAL
            : Party.Kind.UNIT)).toList();
  }

  private static String name(UnitVersion unit, String farm) {
    @Nullable String party = unit.facts().party();
    if (party != null && !party.isBlank()) {
      return party.strip();
    }
    return unit.ref().kind() == UnitKind.PARCEL ? farm : "（未署名）" + unit.ref().code();
  }
}
