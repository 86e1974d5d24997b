package org.jieshi.ingest.source;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** A file of an upload: the surveyor's name for it (with forward slashes), and where its bytes are. */
record NamedFile(String name, Path path) {

  /** What a layer consists of; {@code .shx} isn't among them because the index is always rebuilt (rule F2). */
  static final Set<String> LAYER_EXTENSIONS = Set.of("shp", "dbf", "prj", "cpg");

  /** The name without its extension, with its folder. */
  String stem() {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') ? name.substring(0, dot) : name;
  }

  String extension() {
    return extension(name);
  }

  static String extension(String name) {
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
