package org.jieshi.store;

/** The two databases that the product runs on. */
public enum DatabaseKind {
  /** The PostgreSQL that the program brings; {@code geometry} is a domain over {@code bytea}. */
  EMBEDDED,
  /** A PostgreSQL of this machine with PostGIS. */
  POSTGIS
}
