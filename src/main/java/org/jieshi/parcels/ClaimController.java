package org.jieshi.parcels;

import java.util.Optional;
import org.jieshi.shared.Page;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Claims and evidence records over HTTP, for everybody signed in. */
@RestController
@RequestMapping("/api")
class ClaimController {

  private final SpatialUnits units;
  private final UnitLists lists;

  ClaimController(SpatialUnits units, UnitLists lists) {
    this.units = units;
    this.lists = lists;
  }

  @GetMapping("/claims")
  Page<UnitView> claims(UnitFilter filter, @RequestParam(required = false) @Nullable String crs,
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size) {
    return lists.page(UnitKind.CLAIM, filter, page, size).map(unit -> UnitView.of(unit, crs));
  }

  @GetMapping("/evidence")
  Page<UnitView> evidence(UnitFilter filter, @RequestParam(required = false) @Nullable String crs,
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size) {
    return lists.page(UnitKind.EVIDENCE, filter, page, size).map(unit -> UnitView.of(unit, crs));
  }

  @GetMapping("/claims/{id}")
  ResponseEntity<UnitView> claim(@PathVariable String id, @RequestParam(required = false) @Nullable String crs) {
    return answer(get(UnitKind.CLAIM, id), crs);
  }

  @GetMapping("/evidence/{id}")
  ResponseEntity<UnitView> evidenceRecord(@PathVariable String id,
      @RequestParam(required = false) @Nullable String crs) {
    return answer(get(UnitKind.EVIDENCE, id), crs);
  }

  /** By code, or by the number the program gave. */
  private UnitVersion get(UnitKind kind, String id) {
    return units.find(kind, id).or(() -> findByNumber(kind, id))
        .orElseThrow(() -> ProblemException.notFound(kind.title().en(), kind.title().zh(), id));
  }

  private Optional<UnitVersion> findByNumber(UnitKind kind, String id) {
    return id.matches("\\d{1,18}") ? units.find(Long.parseLong(id)).filter(unit -> unit.ref().kind() == kind)
        : Optional.empty();
  }

  private static ResponseEntity<UnitView> answer(UnitVersion unit, @Nullable String crs) {
    return ResponseEntity.ok().eTag(Revision.etag(unit.revision())).body(UnitView.of(unit, crs));
  }
}
