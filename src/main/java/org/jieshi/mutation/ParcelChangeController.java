package org.jieshi.mutation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jieshi.mutation.Drawing.Shape;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where changes begin. With {@code dryRun=true} nothing is kept: the answer shows the new parcels and every obstacle; without
 * it a proposal is kept for an approver, 201, or refused with every obstacle.
 */
@RestController
@RequestMapping("/api/parcels")
class ParcelChangeController {

  private final Mutations mutations;
  private final MutationController views;
  private final SpatialUnits units;
  private final Lineage lineage;

  ParcelChangeController(Mutations mutations, MutationController views, SpatialUnits units, Lineage lineage) {
    this.mutations = mutations;
    this.views = views;
    this.units = units;
    this.lineage = lineage;
  }

  /** By lines that reach across the parcel, or by the shapes of the new parcels. */
  @PostMapping("/{code}/split")
  ResponseEntity<MutationView> split(@PathVariable String code, @RequestParam(defaultValue = "false") boolean dryRun,
      @Valid @RequestBody Split wanted) {
    Drawing drawing = new Drawing(wanted.crs(), units.get(UnitKind.PARCEL, code).srid());
    boolean byLines = wanted.lines() != null && !wanted.lines().isEmpty();
    if (byLines == (wanted.shapes() != null && !wanted.shapes().isEmpty())) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "Give lines that cut the parcel, or the shapes of the new parcels.",
          "请提供分割线，或提供各新宗地的图形（二者之一）。").inField("lines").asException();
    }
    return take(dryRun, wanted.reason(), wanted.document(), new Order(MutationKind.SPLIT, List.of(code),
        byLines ? wanted.lines().stream().map(drawing::line).toList() : List.of(),
        byLines ? List.of() : wanted.shapes().stream().map(drawing::shape).toList()));
  }

  @PostMapping("/merge")
  ResponseEntity<MutationView> merge(@RequestParam(defaultValue = "false") boolean dryRun,
      @Valid @RequestBody Merge wanted) {
    return take(dryRun, wanted.reason(), wanted.document(),
        new Order(MutationKind.MERGE, wanted.parcels(), List.of(), List.of()));
  }

  /** Another boundary between neighbours, who together stay the same land. */
  @PostMapping("/adjust")
  ResponseEntity<MutationView> adjust(@RequestParam(defaultValue = "false") boolean dryRun,
      @Valid @RequestBody Adjust wanted) {
    Drawing drawing = new Drawing(wanted.crs(), units.get(UnitKind.PARCEL, wanted.parcels().get(0)).srid());
    return take(dryRun, wanted.reason(), wanted.document(), new Order(MutationKind.ADJUST, wanted.parcels(), List.of(),
        wanted.shapes().stream().map(drawing::shape).toList()));
  }

  @PostMapping("/{code}/retire")
  ResponseEntity<MutationView> retire(@PathVariable String code, @RequestParam(defaultValue = "false") boolean dryRun,
      @Valid @RequestBody Retire wanted) {
    return take(dryRun, wanted.reason(), wanted.document(),
        new Order(MutationKind.RETIRE, List.of(code), List.of(), List.of()));
  }

  /** What the parcel came from and what became of it. */
  @GetMapping("/{code}/lineage")
  Lineage.Tree lineage(@PathVariable String code) {
    return lineage.of(code);
  }

  private ResponseEntity<MutationView> take(boolean dryRun, @Nullable String reason, @Nullable String document,
      Order order) {
    if (dryRun) {
      return ResponseEntity.ok(MutationView.of(mutations.preview(order)));
    }
    Mutation proposed = mutations.propose(order, required(reason, "reason", "the reason", "变更原因"),
        required(document, "document", "the approval or agreement it rests on", "批准文件或协议编号"));
    return ResponseEntity.status(HttpStatus.CREATED).eTag(Revision.etag(proposed.revision()))
        .body(views.view(proposed));
  }

  private static String required(@Nullable String text, String field, String en, String zh) {
    if (text == null || text.isBlank()) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "Name %s.".formatted(en), "请填写%s。".formatted(zh)).inField(field)
          .asException();
    }
    return text.strip();
  }

  /** @param crs {@code EPSG:4490} if left out; {@code native} for the surveyed system of the parcel */
  record Split(@Nullable @Size(max = 50) List<@NotNull List<@NotNull List<Double>>> lines,
      @Nullable @Size(max = 200) List<@NotNull Shape> shapes, @Nullable String crs,
      @Nullable @Size(max = 400) String reason, @Nullable @Size(max = 80) String document) {
  }

  record Merge(@NotEmpty @Size(max = 100) List<@NotBlank String> parcels, @Nullable @Size(max = 400) String reason,
      @Nullable @Size(max = 80) String document) {
  }

  record Adjust(@NotEmpty @Size(max = 100) List<@NotBlank String> parcels,
      @NotEmpty @Size(max = 200) List<@NotNull Shape> shapes, @Nullable String crs,
      @Nullable @Size(max = 400) String reason, @Nullable @Size(max = 80) String document) {
  }

  record Retire(@Nullable @Size(max = 400) String reason, @Nullable @Size(max = 80) String document) {
  }
}
