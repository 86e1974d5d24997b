package org.jieshi.parcels;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a unit besides its boundary; what is not known is null.
 *
 * @param party holder of a parcel or evidence, claimant of a claim
 * @param basis claims: {@code DOCUMENT}, {@code HISTORICAL_USE}, {@code OCCUPATION}; evidence:
 *     {@code FARM_1987_CERTIFICATE}, {@code FOREST_CERTIFICATE}
 * @param document number of the document the party relies on
 * @param subFarm code of the sub-farm; with {@code town} and {@code village} found from the boundary when not given
 * @param landUseScheme edition of the classification, without which the code means nothing (domain.md §2)
 * @param attributes everything else the file said, by its own column names
 */
public record UnitFacts(@Nullable String party, @Nullable String basis, @Nullable String document,
    @Nullable LocalDate since, @Nullable String subFarm, @Nullable String town, @Nullable String village,
    @Nullable String landUseScheme, @Nullable String landUseCode, @Nullable String location,
    @Nullable String rightNature, Map<String, String> attributes) {

  /** The basis of the farm's own 1987 certificate: it supports the farm's parcels. */
  public static final String FARM_1987_CERTIFICATE = "FARM_1987_CERTIFICATE";
  /** The basis of somebody else's forest-right certificate. */
  public static final String FOREST_CERTIFICATE = "FOREST_CERTIFICATE";
  /** The basis of a claim by mere occupation. */
  public static final String OCCUPATION = "OCCUPATION";

  public static final UnitFacts NONE =
      new UnitFacts(null, null, null, null, null, null, null, null, null, null, null, Map.of());

  public UnitFacts {
    attributes = Map.copyOf(attributes);
  }

  public UnitFacts withParty(@Nullable String party, @Nullable String basis, @Nullable String document) {
    return new UnitFacts(party, basis, document, since, subFarm, town, village, landUseScheme, landUseCode, location,
        rightNature, attributes);
  }

  public UnitFacts withLandUse(@Nullable String scheme, @Nullable String code) {
    return new UnitFacts(party, basis, document, since, subFarm, town, village, scheme, code, location, rightNature,
        attributes);
  }

  /** With the administrative units that a boundary was found in, where the file did not say. */
  UnitFacts locatedIn(Place place) {
    return new UnitFacts(party, basis, document, since, subFarm != null ? subFarm : place.subFarm(),
        town != null ? town : place.town(), village != null ? village : place.village(), landUseScheme, landUseCode,
        location, rightNature, attributes);
  }
}
