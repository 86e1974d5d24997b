package org.jieshi.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.parcels.AdministrativeDraft;
import org.jieshi.parcels.AdministrativeKind;
import org.jieshi.parcels.AdministrativeUnits;
import org.jieshi.parcels.BoundaryMarks;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries staged rows to the register and back, inside the caller's transaction. */
@Component
class RegisterChange {

  private static final int BATCH = 1000;
  private static final String IMPORT = "IMPORT";

  private final ImportRepository imports;
  private final StagingRepository staging;
  private final RegisterChecks checks;
  private final SpatialUnits units;
  private final AdministrativeUnits administrativeUnits;
  private final MarkRepository marks;
  private final BoundaryMarks boundaryMarks;
  private final JdbcClient jdbc;

  RegisterChange(ImportRepository imports, StagingRepository staging, RegisterChecks checks, SpatialUnits units,
      AdministrativeUnits administrativeUnits, MarkRepository marks, BoundaryMarks boundaryMarks,
      JdbcClient jdbc) {
    this.imports = imports;
    this.staging = staging;
    this.checks = checks;
    this.units = units;
    this.administrativeUnits = administrativeUnits;
    this.marks = marks;
    this.boundaryMarks = boundaryMarks;
    this.jdbc = jdbc;
  }

  /** The register may have moved on since the rows were checked: what it says now is what counts. */
  Import judgeAgain(Import staged, Layer layer) {
    staging.forgetRegisterFindings(staged.id());
    int srid = Integer.parseInt(staged.crs().substring("EPSG:".length()));
    staging.insertRegisterFindings(staged.id(), checks.check(staged.id(), layer, true),
        new SystemChecks(CoordinateSystems.bySrid(srid), Optional.empty()));
    staging.count(staged.id());
    return imports.find(staged.id()).orElseThrow();
  }

  /** @return how many rows */
  int add(long id, Layer layer) {
    UnitKind kind = layer.unitKind();
    if (kind == null) {
      return addAdministrative(id, layer);
    }
    int added = addLand(id, kind);
    addMarks(id);
    return added;
  }

  private void addMarks(long id) {
    List<BoundaryMarks.OfRecord> batch = new ArrayList<>(BATCH);
    marks.forEachAccepted(id, mark -> {
      batch.add(mark);
      if (batch.size() == BATCH) {
        boundaryMarks.add(id, batch);
        batch.clear();
      }
    });
    boundaryMarks.add(id, batch);
  }

  private int addLand(long id, UnitKind kind) {
    ChangeReason why = new ChangeReason(IMPORT, String.valueOf(id));
    List<UnitDraft> batch = new ArrayList<>(BATCH);
    int[] count = {0};
    staging.forEachAccepted(id, row -> {
      batch.add(row.unitDraft(id));
      count[0]++;
      if (batch.size() == BATCH) {
        units.add(kind, List.copyOf(batch), why);
        batch.clear();
      }
    });
    units.add(kind, batch, why);
    return count[0];
  }

  private int addAdministrative(long id, Layer layer) {
    List<AdministrativeDraft> drafts = new ArrayList<>();
    staging.forEachAccepted(id, row -> drafts.add(row.administrativeDraft(id, layer)));
    administrativeUnits.addAll(layer.administrativeKind(), drafts);
    return drafts.size();
  }

  /** @return how many rows */
  int undo(long id, Layer layer) {
    AdministrativeKind kind = layer.administrativeKind();
    if (kind == null) {
      return units.undoImport(id);
    }
    requireUnnamed(id, kind);
    return administrativeUnits.undoImport(id);
  }

  /** Land that names a unit keeps it from being taken back, unless an earlier unit of that code steps in again. */
  private void requireUnnamed(long id, AdministrativeKind kind) {
    String column = switch (kind) {
      case TOWN -> "town";
      case VILLAGE -> "village";
      case SUB_FARM -> "sub_farm";
    };
    jdbc.sql("""
        select a.name, min(u.code) as code, count(*) as units
          from administrative_unit a
          join spatial_unit_version v on v.current and v.%s = a.code
          join spatial_unit u on u.id = v.unit_id
         where a.import_id = :id and a.retired_at is null
           and not exists (select 1 from administrative_unit former
                            where former.kind = a.kind and former.code = a.code and former.retired_at = a.created_at)
         group by a.name order by a.name limit 1
        """.formatted(column)).param("id", id)
        .query((row, number) -> Problem.of(ProblemCode.IMPORT_IN_USE,
            "%s records of land lie in %s (%s among them); take those back first.".formatted(
                row.getInt("units"), row.getString("name"), row.getString("code")),
            "有 %s 条土地记录位于%s（如 %s），请先撤回这些记录。".formatted(
                row.getInt("units"), row.getString("name"), row.getString("code"))).about(row.getString("code")))
        .optional().ifPresent(problem -> {
          throw problem.asException();
        });
  }
}
