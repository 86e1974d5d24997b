package org.jieshi.coordination.due;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.identity.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The office's time limits over HTTP. */
@RestController
@RequestMapping("/api/time-limits")
class TimeLimitController {

  private final TimeLimits limits;
  private final CurrentUser current;

  TimeLimitController(TimeLimits limits, CurrentUser current) {
    this.limits = limits;
    this.current = current;
  }

  @GetMapping
  List<TimeLimits.Limit> all() {
    current.require();
    return limits.all();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  TimeLimits.Limit add(@Valid @RequestBody NewLimit limit) {
    return limits.add(new TimeLimits.Limit(limit.kind(), limit.validFrom(), limit.workingDays(), limit.source()));
  }

  record NewLimit(@NotNull TimeLimits.Kind kind, @NotNull LocalDate validFrom,
      @NotNull @Min(1) @Max(250) Integer workingDays, @NotBlank @Size(max = 400) String source) {
  }
}
