package org.jieshi.conflicts;

import java.util.List;
import org.jieshi.identity.Districts;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.Window;
import org.jieshi.shared.Page;
import org.jieshi.shared.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Conflicts over HTTP, for everybody signed in. */
@RestController
@RequestMapping("/api")
class ConflictController {

  private final Conflicts conflicts;
  private final Scans scans;
  private final SpatialUnits units;
  private final Districts districts;

  ConflictController(Conflicts conflicts, Scans scans, SpatialUnits units, Districts districts) {
    this.conflicts = conflicts;
    this.scans = scans;
    this.units = units;
    this.districts = districts;
  }

  @GetMapping("/conflicts")
  Page<ConflictView> conflicts(@RequestParam(name = "class", required = false) @Nullable OverlapClass overlapClass,
      @RequestParam(required = false) @Nullable Track track, @RequestParam(required = false) @Nullable String parcel,
      @RequestParam(required = false) @Nullable String claim,
      @RequestParam(required = false) @Nullable ConflictStatus status,
      @RequestParam(name = "case", required = false) @Nullable String caseNumber,
      @RequestParam(required = false) @Nullable String bbox, @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "100") int size) {
    ConflictFilter filter = new ConflictFilter(overlapClass, track, parcel, claim, status, caseNumber,
        bbox == null ? null : Window.parse(bbox));
    return conflicts.find(filter.within(districts.limit()), page, size).map(conflict -> ConflictView.of(conflict, null));
  }

  @GetMapping("/conflicts/{id}")
  ResponseEntity<ConflictView> conflict(@PathVariable long id) {
    Conflict conflict = conflicts.get(id);
    return ResponseEntity.ok().eTag(Revision.etag(conflict.revision()))
        .body(ConflictView.of(conflict, conflicts.history(id)));
  }

  @GetMapping("/parcels/{code}/conflicts")
  Page<ConflictView> ofParcel(@PathVariable String code) {
    List<ConflictView> found = conflicts.ofParcel(units.get(UnitKind.PARCEL, code).ref().code()).stream()
        .map(conflict -> ConflictView.of(conflict, null)).toList();
    return new Page<>(found, found.size(), 0, found.size());
  }

  @GetMapping("/conflicts/summary")
  ConflictSummary summary() {
    return conflicts.summary();
  }

  @GetMapping("/conflicts/faces")
  FaceList faces(@RequestParam String bbox) {
    return FaceList.of(conflicts.faces(Window.parse(bbox)));
  }

  @PostMapping("/conflicts/scan")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Scan scan() {
    return scans.request();
  }

  /** One parcel against everything, at once. */
  @PostMapping("/parcels/{code}/conflicts/scan")
  ParcelScan scan(@PathVariable String code) {
    return scans.scan(code);
  }

  @GetMapping("/conflicts/scans/{id}")
  Scan scan(@PathVariable long id) {
    return scans.get(id);
  }
}
