package org.jieshi.ladm;

import org.jspecify.annotations.Nullable;

/**
 * One table of the export.
 *
 * @param name the class of ISO 19152 in lower case
 * @param description for whoever opens the file
 * @param shapes type of the column {@code geom}, which the query gives as EWKB; null for a table without
 * @param sql its rows, column by column; takes {@code :district}
 */
record LadmTable(String name, String description, @Nullable String shapes, String sql) {

  static LadmTable of(String name, String description, String sql) {
    return new LadmTable(name, description, null, sql);
  }
}
