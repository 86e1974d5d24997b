package org.jieshi.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jieshi.parcels.UnitFacts;
import org.jspecify.annotations.Nullable;

/**
 * The mapped columns of a record; what the file doesn't say is null.
 *
 * @param declaredArea m², whatever unit the file uses
 * @param accuracy RMSE of the boundary points, m
 */
record StagedFields(@Nullable String name, @Nullable String parent, @Nullable String location,
    @Nullable BigDecimal declaredArea, @Nullable Double accuracy, @Nullable String landUseScheme,
    @Nullable String landUseCode, @Nullable String party, @Nullable String rightNature, @Nullable String basis,
    @Nullable String document, @Nullable LocalDate since, @Nullable String subFarm, @Nullable String town,
    @Nullable String village) {

  UnitFacts facts(Map<String, String> attributes) {
    return new UnitFacts(party, basis, document, since, subFarm, town, village, landUseScheme, landUseCode, location,
        rightNature, attributes);
  }

  StagedFields locatedIn(@Nullable String subFarm, @Nullable String town, @Nullable String village) {
    return new StagedFields(name, parent, location, declaredArea, accuracy, landUseScheme, landUseCode, party,
        rightNature, basis, document, since, subFarm, town, village);
  }
}
