package org.jieshi.ingest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jieshi.ingest.source.Workspace;
import org.jieshi.shared.Page;
import org.jieshi.shared.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /api/imports} of the HTTP interface. {@code If-Match} is optional here: what a commit puts on the register is
 * fixed once an import is staged, and each transition is guarded by the status.
 */
@RestController
@RequestMapping("/api/imports")
class ImportController {

  private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

  private final Imports imports;
  private final ImportEvents events;
  private final ImportMap map;
  private final ImportRepairs repairs;
  private final FindingFiles findingFiles;
  private final ImportInspection inspection;
  private final JsonMapper json;
  private final Path workspaces;

  ImportController(Imports imports, ImportEvents events, ImportMap map, ImportRepairs repairs,
      FindingFiles findingFiles, ImportInspection inspection, JsonMapper json,
      @Value("${jieshi.data}") Path data) {
    this.imports = imports;
    this.events = events;
    this.map = map;
    this.repairs = repairs;
    this.findingFiles = findingFiles;
    this.inspection = inspection;
    this.json = json;
    this.workspaces = data.resolve("tmp");
  }

  record Received(long id) {}

  /** @param acceptedOnly commit without the blocked rows */
  record CommitOrder(boolean acceptedOnly) {}

  /** The form fields beside the file. */
  record Form(@Nullable String layer, @Nullable String layerName, @Nullable String crs, @Nullable String encoding,
      @Nullable String accuracy, @Nullable String basis, @Nullable String mapping, @Nullable String claimant,
      @Nullable String note, @Nullable Boolean acceptBallpark, @Nullable Long corrects,
      @Nullable Long transformation, @Nullable Boolean swapAxes) {}

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Received> upload(@RequestParam("file") List<MultipartFile> files, Form form,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) throws IOException {
    ImportRequest request = request(form, key);
    try (Workspace workspace = Workspace.open(workspaces)) {
      long id = imports.submit(request, uploads(files, workspace));
      return ResponseEntity.accepted().location(URI.create("/api/imports/" + id)).body(new Received(id));
    }
  }

  /** What would be read of a file, before it is sent for good: layers, system, encodings with sample rows, columns. */
  @PostMapping(path = "/inspect", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ImportInspection.Inspected inspect(@RequestParam("file") List<MultipartFile> files, Form form) throws IOException {
    ImportRequest request = request(form, null);
    try (Workspace workspace = Workspace.open(workspaces)) {
      return inspection.look(request, uploads(files, workspace), workspace);
    }
  }

  private static List<Upload> uploads(List<MultipartFile> files, Workspace workspace) throws IOException {
    List<Upload> uploads = new ArrayList<>();
    for (MultipartFile file : files) {
      Upload upload = new Upload(nameOf(file), workspace.newFile());
      file.transferTo(upload.content());
      uploads.add(upload);
    }
    return uploads;
  }

  @GetMapping
  Page<Import> list(@RequestParam(required = false) @Nullable ImportStatus status,
      @RequestParam(required = false) @Nullable String layer, @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    return imports.list(status, layer == null ? null : layer(layer), page, size);
  }

  @GetMapping("/{id}")
  ResponseEntity<Import> get(@PathVariable long id) {
    return answer(imports.get(id));
  }

  @GetMapping("/{id}/findings")
  Page<ReportedFinding> findings(@PathVariable long id, @RequestParam(required = false) @Nullable String severity,
      @RequestParam(required = false) @Nullable String rule, @RequestParam(required = false) @Nullable Integer record,
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size) {
    return imports.findings(id, severity == null ? null : severity.toUpperCase(Locale.ROOT), rule, record, page, size);
  }

  /** How much each rule found, the weightiest first. */
  @GetMapping("/{id}/findings/groups")
  List<FindingGroup> groups(@PathVariable long id) {
    return imports.findingGroups(id);
  }

  /** All findings as a table, UTF-8, with coordinates in the file's system and in degrees. */
  @GetMapping(path = "/{id}/findings.csv", produces = "text/csv")
  void findingsAsTable(@PathVariable long id, HttpServletResponse response) throws IOException {
    imports.get(id);
    download(response, "text/csv", "findings-" + id + ".csv");
    findingFiles.writeTable(id, response.getWriter());
  }

  /** All findings that have a place as points, CGCS2000 degrees, longitude first. */
  @GetMapping(path = "/{id}/findings.geojson", produces = "application/geo+json")
  void findingsAsMap(@PathVariable long id, HttpServletResponse response) throws IOException {
    imports.get(id);
    download(response, "application/geo+json", "findings-" + id + ".geojson");
    findingFiles.writeMap(id, response.getWriter());
  }

  private static void download(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  @GetMapping("/{id}/repairs")
  Page<ShownRepair> repairs(@PathVariable long id, @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "100") int size) {
    imports.get(id);
    return repairs.page(id, page, size);
  }

  @PostMapping("/{id}/repairs/{record}/accept")
  ResponseEntity<Import> acceptRepair(@PathVariable long id, @PathVariable int record,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    requireMatch(id, ifMatch);
    return answer(repairs.accept(id, record));
  }

  @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(@PathVariable long id) {
    imports.get(id);
    return events.follow(id);
  }

  /** The staged boundaries, CGCS2000 degrees, longitude first. */
  @GetMapping(path = "/{id}/preview.geojson", produces = "application/geo+json")
  void preview(@PathVariable long id, HttpServletResponse response) throws IOException {
    imports.get(id);
    response.setContentType("application/geo+json");
    response.setCharacterEncoding("UTF-8");
    map.write(id, response.getWriter());
  }

  @PostMapping("/{id}/commit")
  ResponseEntity<Import> commit(@PathVariable long id, @RequestBody(required = false) @Nullable CommitOrder order,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    requireMatch(id, ifMatch);
    return answer(imports.commit(id, order != null && order.acceptedOnly()));
  }

  @PostMapping("/{id}/undo")
  ResponseEntity<Import> undo(
      @PathVariable long id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    requireMatch(id, ifMatch);
    return answer(imports.undo(id));
  }

  @PostMapping("/{id}/discard")
  ResponseEntity<Import> discard(
      @PathVariable long id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    requireMatch(id, ifMatch);
    return answer(imports.discard(id));
  }

  private void requireMatch(long id, @Nullable String ifMatch) {
    if (ifMatch != null) {
      Revision.require(ifMatch, imports.get(id).version(), "import " + id);
    }
  }

  /** Without a tag while its impact is being reckoned, which comes without a new version. */
  private static ResponseEntity<Import> answer(Import found) {
    ResponseEntity.BodyBuilder ok = ResponseEntity.ok();
    return (found.isBeingReckoned() ? ok : ok.eTag(Revision.etag(found.version()))).body(found);
  }

  private ImportRequest request(Form form, @Nullable String key) {
    return new ImportRequest(layer(form.layer()), plain(form.layerName()), plain(form.crs()), plain(form.encoding()),
        accuracy(form.accuracy()), plain(form.basis()), mapping(form.mapping()), plain(form.claimant()),
        plain(form.note()), Boolean.TRUE.equals(form.acceptBallpark()), plain(key), form.corrects(),
        form.transformation(), Boolean.TRUE.equals(form.swapAxes()));
  }

  private static Layer layer(@Nullable String name) {
    return Layer.named(name == null ? "" : name).orElseThrow(() -> RequestRules.field("layer",
        "Say what the file holds in layer: parcels, claims, evidence, towns, villages or subFarms.",
        "请在 layer 中注明文件内容：parcels、claims、evidence、towns、villages 或 subFarms。"));
  }

  private static @Nullable Double accuracy(@Nullable String text) {
    try {
      return plain(text) == null ? null : Double.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw RequestRules.field("accuracy", "The accuracy “%s” isn't a number of metres.".formatted(text),
          "accuracy “%s”不是以米为单位的数值。".formatted(text));
    }
  }

  private Map<String, String> mapping(@Nullable String text) {
    try {
      return plain(text) == null ? Map.of() : json.readValue(text, STRINGS);
    } catch (JacksonException e) {
      throw RequestRules.field("mapping", "The mapping isn't JSON of fields and columns, as {\"code\": \"ZDDM\"}.",
          "mapping 须为字段与列名的 JSON，例如 {\"code\": \"ZDDM\"}。");
    }
  }

  private static @Nullable String plain(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static String nameOf(MultipartFile file) {
    String name = file.getOriginalFilename();
    return name == null || name.isBlank() ? "upload" : name;
  }
}
