package org.jieshi.coordination.patrol;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.identity.CurrentUser;
import org.jieshi.shared.Page;
import org.jieshi.shared.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

/** Patrols over HTTP. */
@RestController
@RequestMapping("/api/patrols")
class PatrolController {

  private static final int USUAL_REACH = 50;

  private final Patrols patrols;
  private final CurrentUser current;

  PatrolController(Patrols patrols, CurrentUser current) {
    this.patrols = patrols;
    this.current = current;
  }

  @GetMapping
  Page<Patrol> list(@RequestParam Patrol.@Nullable Status status, @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    current.require();
    return patrols.page(status, page, size);
  }

  @PostMapping
  ResponseEntity<Patrol> plan(@Valid @RequestBody Plan plan) {
    Patrol planned = patrols.plan(new Patrols.Plan(plan.title(), plan.area() == null ? List.of() : plan.area(),
        plan.parcels() == null ? List.of() : plan.parcels(), plan.reach() == null ? USUAL_REACH : plan.reach(),
        plan.fromOn(), plan.toOn(), plan.people()));
    return ResponseEntity.created(URI.create("/api/patrols/" + planned.id())).eTag(Revision.etag(planned.revision()))
        .body(planned);
  }

  @GetMapping("/{id}")
  ResponseEntity<Patrol> get(@PathVariable String id) {
    current.require();
    return answer(patrols.get(id));
  }

  @PostMapping("/{id}/tracks")
  ResponseEntity<Patrol> addTrack(@PathVariable String id, @RequestParam MultipartFile file) {
    return answer(patrols.addTrack(id, Files.name(file), Files.bytes(file)));
  }

  @PostMapping("/{id}/actions/done")
  ResponseEntity<Patrol> done(@PathVariable String id, @Valid @RequestBody Remark remark,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(patrols.end(id, Revision.required(ifMatch, id), Patrol.Status.DONE, remark.remark()));
  }

  @PostMapping("/{id}/actions/cancel")
  ResponseEntity<Patrol> cancel(@PathVariable String id, @Valid @RequestBody Remark remark,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(patrols.end(id, Revision.required(ifMatch, id), Patrol.Status.CANCELLED, remark.remark()));
  }

  private static ResponseEntity<Patrol> answer(Patrol patrol) {
    return ResponseEntity.ok().eTag(Revision.etag(patrol.revision())).body(patrol);
  }

  /** @param area corners as [longitude, latitude] */
  record Plan(@NotBlank @Size(max = 200) String title,
      @Nullable @Size(max = 5000) List<@NotNull List<@NotNull Double>> area,
      @Nullable @Size(max = 200) List<@NotBlank String> parcels, @Nullable @Min(1) @Max(1000) Integer reach,
      @NotNull LocalDate fromOn, @NotNull LocalDate toOn,
      @NotNull @Size(min = 1, max = 30) List<@NotBlank String> people) {
  }

  record Remark(@NotBlank @Size(max = 2000) String remark) {
  }
}
