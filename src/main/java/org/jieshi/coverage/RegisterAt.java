package org.jieshi.coverage;

import java.util.List;
import java.util.Map;
import org.jieshi.parcels.AdministrativeKind;
import org.jieshi.parcels.AdministrativeUnit;

/** The land and the register at one moment. Plots: the certified ones first, each group in order of id. */
record RegisterAt(Map<AdministrativeKind, List<AdministrativeUnit>> units, List<Plot> plots, List<Contest> contests) {
}
