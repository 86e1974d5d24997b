package org.jieshi.coordination;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.identity.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The ways up in the departments over HTTP. */
@RestController
@RequestMapping("/api/escalation-paths")
class EscalationController {

  private final EscalationPaths paths;
  private final CurrentUser current;

  EscalationController(EscalationPaths paths, CurrentUser current) {
    this.paths = paths;
    this.current = current;
  }

  @GetMapping
  List<EscalationPath> all() {
    current.require();
    return paths.all();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  EscalationPath add(@Valid @RequestBody Path path) {
    return paths.add(new EscalationPaths.NewPath(path.department(), path.addressee(), path.validFrom(),
        path.steps().stream().map(step ->
            new EscalationPaths.NewStep(step.name(), step.position(), step.phone(), step.afterDays())).toList()));
  }

  record Path(@NotNull Department department, @Nullable @Size(max = 80) String addressee, @NotNull LocalDate validFrom,
      @NotEmpty @Size(max = 9) List<@Valid @NotNull Step> steps) {
  }

  record Step(@NotBlank @Size(max = 80) String name, @NotBlank @Size(max = 80) String position,
      @Nullable @Size(max = 40) String phone, @NotNull @Min(1) @Max(250) Integer afterDays) {
  }
}
