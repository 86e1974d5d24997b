package org.jieshi.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.Map;
import org.jieshi.fees.FeeStanding;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Applications over HTTP. */
@RestController
@RequestMapping("/api/applications")
class ApplicationController {

  private final Applications applications;
  private final ApplicationReading reading;
  private final Procedure procedure;
  private final Commands commands;

  ApplicationController(Applications applications, ApplicationReading reading, Procedure procedure,
      Commands commands) {
    this.applications = applications;
    this.reading = reading;
    this.procedure = procedure;
    this.commands = commands;
  }

  @PostMapping
  ResponseEntity<ApplicationView> apply(@Valid @RequestBody NewApplication application) {
    String id = applications.apply(application.parcel()).id();
    ApplicationView view = reading.view(id);
    return ResponseEntity.created(URI.create("/api/applications/" + id)).eTag(Revision.etag(view.revision()))
        .body(view);
  }

  /** @param open true for those under way, suspended ones among them; false for those that have ended */
  @GetMapping
  Page<ApplicationView.Line> list(@RequestParam(required = false) @Nullable ApplicationState state,
      @RequestParam(required = false) @Nullable String parcel, @RequestParam(required = false) @Nullable Boolean open,
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size) {
    return reading.page(state, parcel, open, page, size);
  }

  @GetMapping("/counts")
  Map<ApplicationState, Long> counts() {
    return reading.counts();
  }

  @GetMapping("/{id}")
  ResponseEntity<ApplicationView> get(@PathVariable String id) {
    ApplicationView view = reading.view(id);
    return ResponseEntity.ok().eTag(Revision.etag(view.revision())).body(view);
  }

  @PostMapping("/{id}/actions/{action}")
  ResponseEntity<ApplicationView> act(@PathVariable String id, @PathVariable String action,
      @RequestBody(required = false) @Nullable JsonNode body,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Command command = commands.read(action, body);
    procedure.take(id, Revision.required(ifMatch, id), command);
    return get(id);
  }

  /** What is due by the tariff in force on the day of the application, with proposals beside it for comparison. */
  @GetMapping("/{id}/fees")
  FeeStanding fees(@PathVariable String id) {
    FeeStanding fees = reading.view(id).fees();
    if (fees == null) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "The fee of %s cannot be assessed: the class of the land use is not known.".formatted(id),
          "申请 %s 的费用无法核定：土地用途类别不明。".formatted(id)).about(id).asException();
    }
    return fees;
  }

  record NewApplication(@NotBlank String parcel) {
  }
}
