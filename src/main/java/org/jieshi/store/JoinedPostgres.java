package org.jieshi.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The embedded PostgreSQL of another program that is running: a command beside the server connects to it as one more
 * client. It neither starts nor ends anything; the directory still has one owner.
 */
record JoinedPostgres(String url, String user, String password) implements DatabaseServer {

  private static final int PORT_LINE = 3;

  /** Empty if no program holds the directory. */
  static Optional<DatabaseServer> find(Path data) {
    if (!Files.isDirectory(data)) {
      return Optional.empty();
    }
    OwnerLock free = OwnerLock.tryTake(data);
    if (free != null) {
      free.close();
      return Optional.empty();
    }
    try {
      Path note = Postmaster.file(data.resolve("postgres"));
      int port = Integer.parseInt(Files.readString(note, StandardCharsets.ISO_8859_1).split("\n")[PORT_LINE].trim());
      return Optional.of(new JoinedPostgres("jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedPostgres.NAME,
          EmbeddedPostgres.NAME, Files.readString(data.resolve("secret")).strip()));
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new StoreUnavailable(
          "The program that uses the data directory " + data + " is just starting or ending: try again in a moment.",
          "正在使用数据目录 " + data + " 的程序正在启动或退出：请稍后再试。", e);
    }
  }

  @Override
  public void close() {
    // what was not started here is not ended here
  }
}
