package org.jieshi.province;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** A register's database. @param name by which overlaps name it; empty for the only one */
record Register(String name, String url, String user, String password) implements Serializable {

  static Register ofEnvironment() {
    return new Register("", Objects.requireNonNull(System.getenv("JIESHI_DB_URL"), "JIESHI_DB_URL is not set"),
        System.getenv().getOrDefault("JIESHI_DB_USER", ""), System.getenv().getOrDefault("JIESHI_DB_PASSWORD", ""));
  }

  /** @param file one a line; lines that begin with # are left out */
  static List<Register> of(Path file) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> {
      String[] words = line.strip().split("\\s+", 4);
      if (words.length < 4) {
        throw new IllegalArgumentException("NAME JDBC-URL USER PASSWORD: " + words[0]);
      }
      return new Register(words[0], words[1], words[2], words[3]);
    }).toList();
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }
}
