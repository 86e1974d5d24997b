package org.jieshi.ingest.source;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about the system of its coordinates: a definition (WKT) to be recognised by its parameters, or an
 * EPSG code, or nothing.
 *
 * @param fileName the file that says it, or doesn't
 * @param wkt the definition, or null
 * @param epsg the code where the format itself names one
 * @param silence what to say when neither is there and the surveyor says nothing either
 */
public record DeclaredSystem(String fileName, @Nullable String wkt, OptionalInt epsg, FileFault silence) {

  public static DeclaredSystem byDefinition(String fileName, String wkt) {
    return new DeclaredSystem(fileName, wkt, OptionalInt.empty(), FileFault.CRS_NOT_SAID);
  }

  public static DeclaredSystem byCode(String fileName, int epsg) {
    return new DeclaredSystem(fileName, null, OptionalInt.of(epsg), FileFault.CRS_NOT_SAID);
  }

  /** @param silence {@link FileFault#CRS_NOT_SAID}, or what fits the format better */
  public static DeclaredSystem none(String fileName, FileFault silence) {
    return new DeclaredSystem(fileName, null, OptionalInt.empty(), silence);
  }
}
