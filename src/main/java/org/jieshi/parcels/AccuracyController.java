package org.jieshi.parcels;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jieshi.parcels.AccuracyCorrections.Correction;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Corrections of accuracy over HTTP: read by everybody signed in, entered by those who review. */
@RestController
@RequestMapping("/api/accuracy-corrections")
class AccuracyController {

  private final AccuracyCorrections corrections;

  AccuracyController(AccuracyCorrections corrections) {
    this.corrections = corrections;
  }

  @GetMapping
  Page<AccuracyCorrection> of(@RequestParam UnitKind kind, @RequestParam String code) {
    return page(corrections.of(kind, code));
  }

  /** Of one unit, with the entity tag of the unit in {@code If-Match}, or of everything an import brought. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Page<AccuracyCorrection> correct(@Valid @RequestBody NewCorrection wanted,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Correction correction = new Correction(wanted.accuracy(), wanted.reason(), wanted.document());
    if (wanted.importId() != null && wanted.kind() == null && wanted.code() == null) {
      return page(corrections.correctImport(wanted.importId(), correction));
    }
    if (wanted.importId() == null && wanted.kind() != null && wanted.code() != null) {
      return page(corrections.correct(wanted.kind(), wanted.code(), correction, ifMatch));
    }
    throw Problem.of(ProblemCode.INVALID_FIELD, "Name either kind and code of a unit, or importId.",
        "请填写图形的 kind 和 code，或只填写成果批次 importId。").inField("code").asException();
  }

  private static Page<AccuracyCorrection> page(List<AccuracyCorrection> items) {
    return new Page<>(items, items.size(), 0, items.size());
  }

  /** @param accuracy RMSE of the boundary points, m */
  record NewCorrection(@Nullable UnitKind kind, @Nullable String code, @Nullable Long importId,
      @NotNull @Positive @DecimalMax("500") Double accuracy, @NotBlank @Size(max = 1000) String reason,
      @Nullable @Size(max = 200) String document) {
  }
}
