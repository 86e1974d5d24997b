package org.jieshi.ingest;

import java.util.function.Consumer;
import org.jieshi.parcels.UnitDraft;

/** The rows of an import that would be committed, as they would arrive on the register. */
public interface StagedImport {

  long id();

  Layer layer();

  /** Each of them, in the order of the file, without holding them all in memory; none for administrative units. */
  void forEach(Consumer<UnitDraft> action);

  /** The units on the register that they replace, by id, ascending. */
  long[] replaced();
}
