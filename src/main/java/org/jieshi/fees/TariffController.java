package org.jieshi.fees;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.identity.CurrentUser;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tariffs, and what land would cost by each of them, over HTTP. */
@RestController
@RequestMapping("/api/fees")
class TariffController {

  private final TariffDesk desk;
  private final FeeStore store;
  private final CurrentUser current;
  private final OfficeClock clock;

  TariffController(TariffDesk desk, FeeStore store, CurrentUser current, OfficeClock clock) {
    this.desk = desk;
    this.store = store;
    this.current = current;
    this.clock = clock;
  }

  @GetMapping("/tariffs")
  List<TariffView> tariffs() {
    return desk.all();
  }

  @PostMapping("/tariffs")
  @ResponseStatus(HttpStatus.CREATED)
  TariffView add(@Valid @RequestBody TariffView tariff) {
    return desk.add(tariff);
  }

  @PostMapping("/tariffs/{code}/end")
  TariffView end(@PathVariable String code, @Valid @RequestBody End end) {
    return desk.end(code, end.lastDay(), end.source());
  }

  /**
   * The same land by every rule of that day, in force or proposed, undisputed and disputed.
   *
   * @param area m²
   * @param date the day of the application; left out: today
   */
  @GetMapping("/scenarios")
  List<Scenarios.Scenario> scenarios(@RequestParam BigDecimal area, @RequestParam LandClass landClass,
      @RequestParam(defaultValue = "1") int copies, @RequestParam(required = false) @Nullable LocalDate date) {
    current.require();
    if (area.signum() <= 0 || copies < 1) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "area and copies are above 0.", "面积和证书本数须大于 0。")
          .inField("area").asException();
    }
    return new Scenarios(store.rates(landClass)).of(area, landClass, copies, date == null ? clock.today() : date);
  }

  record End(@NotNull LocalDate lastDay, @NotBlank @Size(max = 200) String source) {
  }
}
