package org.jieshi.ladm;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jieshi.ingest.source.Workspace;
import org.jieshi.shared.OfficeClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/export/ladm.gpkg}: the register as ISO 19152 names it. */
@RestController
class LadmController {

  private final LadmExport export;
  private final OfficeClock clock;
  private final Path workspaces;

  LadmController(LadmExport export, OfficeClock clock, @Value("${jieshi.data}") Path data) {
    this.export = export;
    this.clock = clock;
    this.workspaces = data.resolve("tmp");
  }

  /** Whole on disk before its first byte is sent. */
  @GetMapping("/api/export/ladm.gpkg")
  void export(HttpServletResponse response) throws IOException {
    try (Workspace workspace = Workspace.open(workspaces)) {
      Path file = workspace.newFile();
      export.write(file);
      response.setContentType("application/geopackage+sqlite3");
      response.setContentLengthLong(Files.size(file));
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
          .filename("ladm-%s.gpkg".formatted(clock.today())).build().toString());
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      Files.copy(file, response.getOutputStream());
    }
  }
}
