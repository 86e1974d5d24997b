package org.jieshi.ingest.source;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** A file of an upload: the surveyor's name for it (with forward slashes), and where its bytes are. */
public record NamedFile(String name, Path path) {

  /** What of an archive is looked at; pictures, documents and indexes that lie beside a survey aren't unpacked. */
  static final Set<String> SURVEY_EXTENSIONS =
      Set.of("shp", "dbf", "prj", "cpg", "gpkg", "geojson", "json", "txt", "csv", "dxf", "kml");

  /** The name without its extension, with its folder. */
  public String stem() {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') ? name.substring(0, dot) : name;
  }

  public String extension() {
    return extension(name);
  }

  public static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
  }

  /** Files that operating systems add by themselves: {@code __MACOSX} and anything hidden. */
  static boolean isClutter(String name) {
    for (String part : name.split("/")) {
      if (part.equals("__MACOSX") || part.startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
