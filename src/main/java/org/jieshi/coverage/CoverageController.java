package org.jieshi.coverage;

import java.time.LocalDate;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Coverage over HTTP, for everybody signed in. */
@RestController
@RequestMapping("/api/coverage")
class CoverageController {

  private final Coverage coverage;

  CoverageController(Coverage coverage) {
    this.coverage = coverage;
  }

  @GetMapping
  CoverageReport coverage(@RequestParam(defaultValue = "subFarm") String by,
      @RequestParam(required = false) @Nullable LocalDate asOf) {
    Grouping grouping = Grouping.find(by).orElseThrow(() -> Problem.of(ProblemCode.BAD_REQUEST,
        "by is subFarm, town, village or landUse.", "参数 by 可为 subFarm、town、village 或 landUse。").inField("by")
        .asException());
    return coverage.report(grouping, asOf);
  }
}
