package org.jieshi.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is.
 *
 * @param data directory of the embedded database, {@code JIESHI_DATA}; relative to the working directory
 * @param db the user's own PostgreSQL, {@code JIESHI_DB_URL}, {@code _USER}, {@code _PASSWORD}; without a URL the
 *     embedded one is used
 * @param join where the data directory is in use, connect to its running server instead of being refused: for commands
 *     beside a running server
 * @param jobs background work
 */
@ConfigurationProperties("jieshi")
record StoreProperties(@DefaultValue("./var/jieshi") String data, @DefaultValue Db db,
    @DefaultValue("false") boolean join, @DefaultValue Jobs jobs) {

  /** How a database of the user's own gets its {@code geometry} type. */
  enum PostgisUse {
    /** PostGIS where the server has it; a server that has it but doesn't let us create it is refused. */
    AUTO,
    /** Never create the extension. */
    OFF
  }

  record Db(@Nullable String url, @Nullable String user, @Nullable String password,
      @DefaultValue("AUTO") PostgisUse postgis, @DefaultValue("20") int connections) {}

  /** @param workers how many jobs run at the same time in this program; 0 leaves them to other instances */
  record Jobs(@DefaultValue("2") int workers) {}

  Path dataDirectory() {
    try {
      return Path.of(data).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new StoreUnavailable(
          "The data directory's name can't be written in this system's character set: start the program with"
              + " LC_ALL=C.UTF-8, or choose a name of plain letters in JIESHI_DATA.",
          "当前系统字符集无法表示数据目录的名称：请以 LC_ALL=C.UTF-8 启动程序，或在 JIESHI_DATA 中改用纯英文字母的目录名。", e);
    }
  }
}
