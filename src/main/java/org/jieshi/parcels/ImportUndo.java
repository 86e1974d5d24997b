package org.jieshi.parcels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes an import back as a whole, or not at all. */
@Component
class ImportUndo {

  private final UnitReader reader;
  private final UnitWriter writer;
  private final ObjectProvider<UnitUse> uses;

  ImportUndo(UnitReader reader, UnitWriter writer, ObjectProvider<UnitUse> uses) {
    this.reader = reader;
    this.writer = writer;
    this.uses = uses;
  }

  UnitsChanged undo(long importId) {
    List<UnitVersion> brought = reader.currentOfImport(importId);
    brought.stream().collect(Collectors.groupingBy(unit -> unit.ref().kind()))
        .forEach((kind, units) -> writer.lock(kind, units.stream().map(unit -> unit.ref().code()).toList()));
    reader.findMovedOn(importId).ifPresent(code -> {
      throw new Problem(ProblemCode.IMPORT_IN_USE, new Bilingual(
          "%s has gone on since this import; take that back first.".formatted(code),
          "%s 在本批次之后已有后续业务，请先撤回后续业务。".formatted(code))).about(code).asException();
    });
    requireUnused(brought);
    return takeBack(brought, ChangeReason.undo(importId), importId);
  }

  private void requireUnused(List<UnitVersion> brought) {
    List<Long> ids = brought.stream().map(unit -> unit.ref().id()).toList();
    uses.stream().flatMap(use -> use.usesOf(ids).stream()).findFirst().ifPresent(use -> {
      throw new Problem(ProblemCode.IMPORT_IN_USE, use).asException();
    });
  }

  private UnitsChanged takeBack(List<UnitVersion> brought, ChangeReason why, long importId) {
    List<UnitRef> gone = new ArrayList<>();
    List<UnitRef> restored = new ArrayList<>();
    for (UnitVersion unit : brought) {
      findFormer(unit, importId).ifPresentOrElse(former -> restored.add(restore(unit, former, why)),
          () -> gone.add(unit.ref()));
    }
    gone.stream().collect(Collectors.groupingBy(UnitRef::kind, Collectors.mapping(UnitRef::id, Collectors.toList())))
        .forEach((kind, ids) -> writer.end(kind, ids, why));
    return new UnitsChanged(restored, gone);
  }

  /** The version that was in force right up to the first one of this import. */
  private Optional<UnitVersion> findFormer(UnitVersion unit, long importId) {
    if (unit.ref().version() == 1) {
      return Optional.empty();
    }
    List<UnitVersion> versions = reader.versions(unit.ref().id());
    UnitVersion first = versions.stream().filter(version -> Long.valueOf(importId).equals(version.importId()))
        .min(Comparator.comparing(version -> version.ref().version())).orElseThrow();
    return versions.stream().filter(version -> version.ref().version() == first.ref().version() - 1
        && first.validFrom().equals(version.validTo())).findFirst();
  }

  private UnitRef restore(UnitVersion now, UnitVersion former, ChangeReason why) {
    MeasuredUnit measured = new MeasuredUnit(former.boundary(), former.srid(), former.degrees(), former.boundaryHash(),
        former.planeArea(), former.ellipsoidArea());
    NewVersion version = new NewVersion(former.draft(), former.facts(), measured);
    return writer.write(now.ref().kind(), Map.of(now.ref().code(), UnitHead.of(now)), List.of(version), why).get(0);
  }
}
