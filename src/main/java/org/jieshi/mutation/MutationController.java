package org.jieshi.mutation;

import java.util.List;
import java.util.Objects;
import org.jieshi.certificates.Certificate;
import org.jieshi.certificates.Certificates;
import org.jieshi.mutation.Mutation.Child;
import org.jieshi.mutation.Mutation.Status;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.Page;
import org.jieshi.shared.Revision;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposed and executed changes over HTTP. */
@RestController
@RequestMapping("/api/mutations")
class MutationController {

  private final Mutations mutations;
  private final SpatialUnits units;
  private final Certificates certificates;

  MutationController(Mutations mutations, SpatialUnits units, Certificates certificates) {
    this.mutations = mutations;
    this.units = units;
    this.certificates = certificates;
  }

  @GetMapping
  Page<MutationView> page(@RequestParam(required = false) @Nullable Status status,
      @RequestParam(required = false) @Nullable String parcel, @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    return mutations.page(status, parcel, page, size).map(this::view);
  }

  @GetMapping("/{id}")
  ResponseEntity<MutationView> get(@PathVariable String id) {
    return answer(mutations.get(id));
  }

  @PostMapping("/{id}/actions/execute")
  ResponseEntity<MutationView> execute(@PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(mutations.execute(id, Revision.required(ifMatch, id)));
  }

  @PostMapping("/{id}/actions/withdraw")
  ResponseEntity<MutationView> withdraw(@PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(mutations.withdraw(id, Revision.required(ifMatch, id)));
  }

  private ResponseEntity<MutationView> answer(Mutation mutation) {
    return ResponseEntity.ok().eTag(Revision.etag(mutation.revision())).body(view(mutation));
  }

  MutationView view(Mutation mutation) {
    List<Geometry> land = mutation.parents().stream()
        .map(parent -> units.getVersion(parent.unitId(), parent.version()).degrees()).toList();
    List<Certificate> successors = mutation.status() != Status.EXECUTED ? List.of()
        : mutation.children().stream().map(Child::code).filter(Objects::nonNull)
            .flatMap(code -> certificates.history(code).stream())
            .filter(each -> mutation.id().equals(each.mutation())).toList();
    List<Bilingual> obstacles = mutations.obstacles(mutation);
    return MutationView.of(mutation, land, successors, obstacles);
  }
}
