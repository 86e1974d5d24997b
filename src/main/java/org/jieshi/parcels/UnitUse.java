package org.jieshi.parcels;

import java.util.Collection;
import java.util.List;
import org.jieshi.shared.Bilingual;

/**
 * Asked before an import is taken back: which of its units later work stands on. Modules that build on units implement
 * it; {@code parcels} itself knows none of them.
 */
public interface UnitUse {

  /** One sentence for each use that forbids it; none when the units are free. */
  List<Bilingual> usesOf(Collection<Long> unitIds);
}
