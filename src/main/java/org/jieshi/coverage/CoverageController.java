package org.jieshi.coverage;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
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
  private final Drill drill;
  private final Trends trends;

  CoverageController(Coverage coverage, Drill drill, Trends trends) {
    this.coverage = coverage;
    this.drill = drill;
    this.trends = trends;
  }

  @GetMapping
  CoverageReport coverage(@RequestParam(defaultValue = "subFarm") String by,
      @RequestParam(required = false) @Nullable LocalDate asOf) {
    return coverage.report(grouping(by), asOf);
  }

  /**
   * The parcels behind a figure of the report, with what each brings to it.
   *
   * @param group code of the group; left out: all land; {@code -}: land in no group
   */
  @GetMapping("/parcels")
  DrilledFigure parcels(@RequestParam(defaultValue = "subFarm") String by, @RequestParam(required = false) @Nullable String group,
      @RequestParam(defaultValue = "covered") String band, @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    DrilledBand drilled = DrilledBand.find(band).orElseThrow(() -> {
      String names = Arrays.stream(DrilledBand.values()).map(DrilledBand::parameter).collect(Collectors.joining(", "));
      return Problem.of(ProblemCode.BAD_REQUEST, "band is one of %s.".formatted(names), "参数 band 可为 %s。".formatted(names))
          .inField("band").asException();
    });
    return drill.into(grouping(by), group, drilled, asOf, page, size);
  }

  /** @param months how many, up to 240 */
  @GetMapping("/history")
  Trends.History history(@RequestParam(defaultValue = "36") int months) {
    return trends.history(months);
  }

  @GetMapping("/case-ages")
  Trends.Ages caseAges() {
    return trends.caseAges();
  }

  private static Grouping grouping(String by) {
    return Grouping.find(by).orElseThrow(() -> Problem.of(ProblemCode.BAD_REQUEST,
        "by is subFarm, town, village or landUse.", "参数 by 可为 subFarm、town、village 或 landUse。").inField("by")
        .asException());
  }
}
