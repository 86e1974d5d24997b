package org.jieshi.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jieshi.ingest.source.Workspace;
import org.jieshi.parcels.UnitFilter;
import org.jieshi.shared.OfficeClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/export/{layer}.{format}}: files of parcels, claims, evidence, conflicts and certificates. */
@RestController
class ExportController {

  private final Exports exports;
  private final OfficeClock clock;
  private final Path workspaces;

  ExportController(Exports exports, OfficeClock clock, @Value("${jieshi.data}") Path data) {
    this.exports = exports;
    this.clock = clock;
    this.workspaces = data.resolve("tmp");
  }

  /** Narrowed as the lists are; {@code crs}, {@code asOf} and {@code encoding} say how. */
  @GetMapping("/api/export/{file}")
  void export(@PathVariable String file, UnitFilter filter, ExportRequest.Options options, HttpServletResponse response)
      throws IOException {
    ExportRequest request = ExportRequest.of(file, filter, options);
    try (Workspace workspace = Workspace.open(workspaces)) {
      Path written = exports.write(request, Files.createDirectory(workspace.newFile()));
      response.setContentType(request.mediaType());
      response.setContentLengthLong(Files.size(written));
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
          .filename(request.fileName(clock.today()), StandardCharsets.UTF_8).build().toString());
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      Files.copy(written, response.getOutputStream());
    }
  }
}
