package org.jieshi.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.springframework.boot.test.context.TestComponent;

/** A surveyor's desk in tests: sends files and runs the background half at once, in the test's thread. */
@TestComponent
public class ImportDesk {

  static final String SURVEYOR = "import-surveyor";
  static final String COLLEAGUE = "import-colleague";
  static final String MANAGER = "import-manager";
  static final String PASSWORD = "long enough";

  private final Imports imports;
  private final ImportReading reading;
  private final ImportChecking checking;
  private final CurrentUser currentUser;

  ImportDesk(Imports imports, ImportReading reading, ImportChecking checking, CurrentUser currentUser, Users users) {
    this.imports = imports;
    this.reading = reading;
    this.checking = checking;
    this.currentUser = currentUser;
    users.add(SURVEYOR, "测绘员", Role.SURVEYOR, null, PASSWORD);
    users.add(COLLEAGUE, "另一测绘员", Role.SURVEYOR, null, PASSWORD);
    users.add(MANAGER, "管理者", Role.MANAGER, null, PASSWORD);
  }

  <T> T as(String username, Supplier<T> work) {
    return currentUser.actingAs(username, work);
  }

  long send(ImportRequest request, String fileName, byte[] content) {
    return send(SURVEYOR, request, fileName, content);
  }

  long send(String username, ImportRequest request, String fileName, byte[] content) {
    try {
      Path file = Files.write(Files.createTempFile("upload", ".bin"), content);
      try {
        return as(username, () -> imports.submit(request, List.of(new Upload(fileName, file))));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A large file, as it lies on the disk. */
  long send(ImportRequest request, String fileName, Path file) {
    return as(SURVEYOR, () -> imports.submit(request, List.of(new Upload(fileName, file))));
  }

  Import read(long id) {
    try {
      reading.run(String.valueOf(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return get(id);
  }

  /** What happens when reading has failed too often. */
  void giveUp(long id) {
    reading.gaveUp(String.valueOf(id), "as if failed for good");
  }

  /** Checks once more what was read already. */
  Import check(long id) {
    try {
      checking.run(String.valueOf(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return get(id);
  }

  /** Sends and reads. */
  Import stage(ImportRequest request, String fileName, byte[] content) {
    return read(send(request, fileName, content));
  }

  Import stage(ImportRequest request, SurveyFile file) {
    return stage(request, "upload.zip", file.zip());
  }

  Import get(long id) {
    return as(SURVEYOR, () -> imports.get(id));
  }

  Import commit(long id) {
    return as(SURVEYOR, () -> imports.commit(id, false));
  }

  Import commitAccepted(long id) {
    return as(SURVEYOR, () -> imports.commit(id, true));
  }

  Import discard(long id) {
    return as(SURVEYOR, () -> imports.discard(id));
  }

  Import undo(long id) {
    return as(SURVEYOR, () -> imports.undo(id));
  }

  /** Sends, reads and commits. */
  Import bring(ImportRequest request, SurveyFile file) {
    return commit(stage(request, file).id());
  }
}
