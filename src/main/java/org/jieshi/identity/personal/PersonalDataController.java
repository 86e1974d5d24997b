package org.jieshi.identity.personal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The one address that gives personal data whole. */
@RestController
class PersonalDataController {

  private final PersonalDataDesk desk;

  PersonalDataController(PersonalDataDesk desk) {
    this.desk = desk;
  }

  @PostMapping("/api/personal-data")
  Shown show(@Valid @RequestBody Wanted wanted) {
    return new Shown(desk.show(wanted.kind(), wanted.id(), wanted.place() == null ? 0 : wanted.place(),
        wanted.reason().strip()).value());
  }

  /**
   * @param id of the record it is in
   * @param place which of its persons, counted from 0; null: the first
   * @param reason what it is needed for; kept with the name of whoever asks
   */
  record Wanted(PersonalSource.@NotNull Kind kind, @NotBlank @Size(max = 60) String id, @Nullable @Min(0) Integer place,
      @NotBlank @Size(min = 4, max = 200) String reason) {
  }

  record Shown(String value) {
  }
}
