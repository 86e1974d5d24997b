package org.jieshi.registration.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.registration.documents.DocumentKind;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.registration.settings.SettingsDesk.DayOff;
import org.jieshi.registration.settings.SettingsDesk.NoticePeriod;
import org.jieshi.registration.settings.SettingsDesk.Required;
import org.jieshi.registration.settings.SettingsDesk.Year;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The settings over HTTP. */
@RestController
@RequestMapping("/api/settings")
class SettingsController {

  private final SettingsDesk desk;

  SettingsController(SettingsDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/notice-periods")
  List<NoticePeriod> noticePeriods() {
    return desk.noticePeriods();
  }

  @PostMapping("/notice-periods")
  @ResponseStatus(HttpStatus.CREATED)
  NoticePeriod add(@Valid @RequestBody NewPeriod period) {
    return desk.addNoticePeriod(period.rightKind(), period.validFrom(), period.workingDays(), period.source());
  }

  @GetMapping("/required-documents")
  List<Required> requiredDocuments() {
    return desk.requiredDocuments();
  }

  @PostMapping("/required-documents")
  @ResponseStatus(HttpStatus.CREATED)
  Required require(@Valid @RequestBody NewRequired required) {
    return desk.require(required.rightKind(), required.documentKind(), required.day(), required.source());
  }

  @PostMapping("/required-documents/end")
  Required end(@Valid @RequestBody NewRequired required) {
    return desk.endRequired(required.rightKind(), required.documentKind(), required.day(), required.source());
  }

  @GetMapping("/calendars")
  List<Year> calendars() {
    return desk.calendars();
  }

  @PutMapping("/calendars/{year}")
  Year set(@PathVariable int year, @Valid @RequestBody NewYear calendar) {
    return desk.setCalendar(year, calendar.source(), calendar.exceptions());
  }

  record NewPeriod(@NotNull RightKind rightKind, @NotNull LocalDate validFrom, @NotNull @Min(1) @Max(250) Integer workingDays,
      @NotBlank @Size(max = 200) String source) {
  }

  /** @param day the first one, or the last one where it ends */
  record NewRequired(@NotNull RightKind rightKind, @NotNull DocumentKind documentKind, @NotNull LocalDate day,
      @NotBlank @Size(max = 200) String source) {
  }

  record NewYear(@NotBlank @Size(max = 200) String source, @NotNull @Size(max = 200) List<@NotNull @Valid DayOff> exceptions) {
  }
}
