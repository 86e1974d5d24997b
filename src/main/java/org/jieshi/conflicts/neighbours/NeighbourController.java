package org.jieshi.conflicts.neighbours;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jieshi.geometry.Gaps;
import org.jieshi.geometry.SharedBoundaries;
import org.jieshi.parcels.Window;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How parcels fit together, over HTTP: read by everybody signed in, named by those who survey and review. */
@RestController
@RequestMapping("/api/parcels")
class NeighbourController {

  /** Wider is no gap between neighbours but land that nobody surveyed, m. */
  private static final double WIDEST_ASKED = 20;
  /** Further apart are no vertices of one point, m. */
  private static final double FURTHEST_ASKED = 1;

  private final Neighbours neighbours;
  private final GapNames names;

  NeighbourController(Neighbours neighbours, GapNames names) {
    this.neighbours = neighbours;
    this.names = names;
  }

  /** Rule C6, the largest first. */
  @GetMapping("/gaps")
  NeighbourList<ParcelGap> gaps(@RequestParam String bbox,
      @RequestParam(defaultValue = "" + Gaps.WIDEST) double width, @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "100") int size) {
    requireWithin("width", width, WIDEST_ASKED);
    return neighbours.gaps(Window.parse(bbox), width).page(Math.max(0, page), Page.size(size), "C6", width);
  }

  /** Rule C7, by parcel. */
  @GetMapping("/boundary-mismatches")
  NeighbourList<BoundaryMismatch> mismatches(@RequestParam String bbox,
      @RequestParam(defaultValue = "" + SharedBoundaries.TOLERANCE) double tolerance,
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size) {
    requireWithin("tolerance", tolerance, FURTHEST_ASKED);
    return neighbours.mismatches(Window.parse(bbox), tolerance)
        .page(Math.max(0, page), Page.size(size), "C7", tolerance);
  }

  @PostMapping("/gaps/names")
  @ResponseStatus(HttpStatus.CREATED)
  GapName name(@Valid @RequestBody NewName name) {
    return names.enter(name.kind(), name.name().strip(), name.longitude(), name.latitude());
  }

  @DeleteMapping("/gaps/names/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable long id) {
    names.withdraw(id);
  }

  private static void requireWithin(String field, double metres, double most) {
    if (!(metres > 0 && metres <= most)) {
      throw Problem.of(ProblemCode.BAD_REQUEST, "%s is more than 0 and at most %s m.".formatted(field, most),
          "参数 %s 须大于 0 且不超过 %s 米。".formatted(field, most)).inField(field).asException();
    }
  }

  record NewName(@NotNull GapName.Kind kind, @NotBlank @Size(max = 80) String name,
      @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude,
      @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude) {
  }
}
