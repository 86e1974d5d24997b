package org.jieshi.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jieshi.audit.AuditLog;
import org.jieshi.certificates.Certificates;
import org.jieshi.conflicts.ConflictFilter;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.geometry.GeometryRefusal;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Districts;
import org.jieshi.identity.Role;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.parcels.BoundaryMark;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitSelection;
import org.jieshi.parcels.Window;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.PastDay;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes files of the register's land: whole, or not at all. */
@Component
public class Exports {

  private static final int PAGE = 1_000;
  private static final int WGS_1984 = 4326;
  /** Whose work is the land; administrators of the program have no business with people's claims. */
  private static final Role[] READERS = {Role.SURVEYOR, Role.REVIEWER, Role.MEDIATOR, Role.APPROVER, Role.MANAGER};

  private final UnitSelection units;
  private final Conflicts conflicts;
  private final Certificates certificates;
  private final CurrentUser currentUser;
  private final Districts districts;
  private final AuditLog audit;
  private final OfficeClock clock;
  private final TransactionTemplate snapshot;
  private final TransactionTemplate transaction;

  Exports(UnitSelection units, Conflicts conflicts, Certificates certificates, CurrentUser currentUser, Districts districts,
      AuditLog audit, OfficeClock clock, PlatformTransactionManager transactions) {
    this.units = units;
    this.conflicts = conflicts;
    this.certificates = certificates;
    this.currentUser = currentUser;
    this.districts = districts;
    this.audit = audit;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    this.snapshot = Transactions.snapshot(transactions);
  }

  /**
   * Writes the file asked for, one snapshot of the register, and records that it went out.
   *
   * @param directory an empty one, the caller's to remove
   * @throws ProblemException {@code FORBIDDEN}; {@code INVALID_FIELD} when the format can't carry what is there, several
   *     systems first of all; {@code CRS_NEEDS_PARAMETERS} for a way across datums
   */
  Path write(ExportRequest request, Path directory) {
    currentUser.require(READERS);
    requirePast(request.asOf());
    Written written = snapshot.execute(tx -> {
      try {
        return write(request, source(request), directory);
      } catch (GeometryRefusal refusal) {
        throw new Problem(ProblemCode.CRS_NEEDS_PARAMETERS, new Bilingual(refusal.getMessage(), refusal.messageZh()))
            .inField("crs").asException();
      } catch (FileProblem problem) {
        throw new Problem(problem.fault().code(), problem.sentence())
            .about(problem.record() == null ? "" : String.valueOf(problem.record())).asException();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
    Map<String, Object> detail = new TreeMap<>(request.narrowedBy());
    detail.put("format", request.format().extension());
    detail.put("records", written.records());
    transaction.executeWithoutResult(tx -> audit.record("EXPORTED", "export", request.layer().parameter(), detail));
    return written.file();
  }

  private record Written(Path file, int records) {}

  private void requirePast(@Nullable LocalDate asOf) {
    if (asOf != null && asOf.isAfter(clock.today())) {
      throw Problem.of(ProblemCode.BAD_REQUEST, "%s has not come yet: what will be is not on record.".formatted(asOf),
          "%s 尚未到来，无记录可查。".formatted(asOf)).inField("asOf").asException();
    }
  }

  private ExportSource source(ExportRequest request) {
    UnitKind kind = request.layer().kind();
    LocalDate asOf = request.asOf();
    if (kind != null) {
      return new UnitSource(units, kind, request.filter(), moment(request));
    }
    if (request.layer() == ExportLayer.CERTIFICATES) {
      return ListSource.ofCertificates(page -> certificates.page(null, null, asOf, page, PAGE));
    }
    if (asOf != null) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "Overlaps aren't exported by day; leave asOf empty.",
          "重叠不能按日期导出，请将 asOf 留空。").inField("asOf").asException();
    }
    String bbox = request.filter().bbox();
    ConflictFilter filter = new ConflictFilter(null, null, null, null, null, null,
        bbox == null ? null : Window.parse(bbox));
    return ListSource.ofConflicts(page -> conflicts.find(filter.within(districts.limit()), page, PAGE));
  }

  /** The end of the day asked for. */
  private static @Nullable Instant moment(ExportRequest request) {
    LocalDate asOf = request.asOf();
    return asOf == null ? null : PastDay.lastMomentOf(asOf);
  }

  private Written write(ExportRequest request, ExportSource source, Path directory) throws IOException {
    List<Integer> systems = source.systems();
    if (systems.isEmpty()) {
      throw Problem.of(ProblemCode.NOT_FOUND, "Nothing on the register matches; there is nothing to export.",
          "没有符合条件的记录，无可导出内容。").asException();
    }
    Path files = Files.createDirectories(directory.resolve("files"));
    LayerFile layer = new LayerFile(source, request.format(), request.encoding(), clock.today());
    List<Path> parts = new ArrayList<>(parts(request, layer, request.layer().parameter(), systems, files));
    if (request.layer() == ExportLayer.PARCELS && request.format().holdsMarks()) {
      parts.addAll(marks(request, files));
    }
    boolean zip = request.zipped() || request.format() == ExportFormat.SHAPEFILE;
    return new Written(zip ? zip(parts, directory.resolve("export.zip")) : parts.get(0), layer.records());
  }

  /** The boundary points and lines of the parcels, where any came with them. */
  private List<Path> marks(ExportRequest request, Path files) throws IOException {
    List<Path> parts = new ArrayList<>();
    for (BoundaryMark.Kind kind : BoundaryMark.Kind.values()) {
      MarkSource marks = new MarkSource(units, request.filter(), moment(request), kind);
      if (!marks.systems().isEmpty()) {
        LayerFile layer = new LayerFile(marks, request.format(), request.encoding(), clock.today());
        parts.addAll(parts(request, layer, marks.layer(), marks.systems(), files));
      }
    }
    return parts;
  }

  private static List<Path> parts(ExportRequest request, LayerFile layer, String name, List<Integer> systems, Path files)
      throws IOException {
    String extension = "." + request.format().extension();
    Path whole = files.resolve(request.format() == ExportFormat.GEOPACKAGE && !request.zipped()
        ? request.layer().parameter() + extension : name + extension);
    if (request.srid().isPresent() || request.format().isInDegrees()) {
      return layer.write(whole, name, systems, request.srid().orElse(WGS_1984));
    }
    if (systems.size() == 1) {
      return layer.write(whole, name, systems, systems.get(0));
    }
    if (!request.zipped() && !request.format().holdsSeveralSystems()) {
      String codes = systems.stream().map(srid -> "EPSG:" + srid).collect(Collectors.joining(", "));
      throw Problem.of(ProblemCode.INVALID_FIELD,
          ("The land was surveyed in %s, and this format holds one system; add .zip to the name for a file each, choose"
              + " gpkg or shp.zip, or give crs.").formatted(codes),
          "所选土地分属坐标系 %s，而此格式只能容纳一个；请在文件名后加 .zip（每个坐标系一个文件），或选择 gpkg、shp.zip，或填写 crs。"
              .formatted(codes)).inField("crs").asException();
    }
    List<Path> parts = new ArrayList<>();
    for (int srid : systems) {
      String own = name + "-" + srid;
      boolean together = request.format() == ExportFormat.GEOPACKAGE && !request.zipped();
      parts.addAll(layer.write(together ? whole : files.resolve(own + extension), own, List.of(srid), srid));
    }
    return parts;
  }

  private static Path zip(List<Path> parts, Path target) throws IOException {
    try (OutputStream out = Files.newOutputStream(target); ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Path part : parts) {
        zip.putNextEntry(new ZipEntry(part.getFileName().toString()));
        Files.copy(part, zip);
        zip.closeEntry();
      }
    }
    return target;
  }
}
