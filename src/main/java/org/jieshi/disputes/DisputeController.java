package org.jieshi.disputes;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jieshi.identity.CurrentUser;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases over HTTP. */
@RestController
@RequestMapping("/api/disputes")
class DisputeController {

  private final CaseOpening opening;
  private final CaseActions actions;
  private final DisputeReader reader;
  private final CaseDeadlines deadlines;
  private final CurrentUser current;
  private final JsonMapper json;
  private final Validator validator;

  DisputeController(CaseOpening opening, CaseActions actions, DisputeReader reader,
      CaseDeadlines deadlines, CurrentUser current, JsonMapper json, Validator validator) {
    this.opening = opening;
    this.actions = actions;
    this.reader = reader;
    this.deadlines = deadlines;
    this.current = current;
    this.json = json;
    this.validator = validator;
  }

  @GetMapping
  Page<DisputeView.Line> list(@RequestParam @Nullable DisputeStage stage, @RequestParam @Nullable DisputeTrack track,
      @RequestParam @Nullable String parcel, @RequestParam @Nullable Boolean open,
      @RequestParam @Nullable Boolean overdue, @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    return reader.page(new DisputeReader.Filter(stage, track, parcel, open, overdue), page, size);
  }

  @PostMapping
  ResponseEntity<DisputeView> open(@Valid @RequestBody OpenCase wanted) {
    String id = opening.open(wanted);
    DisputeView view = reader.view(id);
    return ResponseEntity.created(URI.create("/api/disputes/" + id)).eTag(Revision.etag(view.revision())).body(view);
  }

  /** What is near its end or overdue in all cases, the most urgent first. */
  @GetMapping("/deadlines")
  Page<CaseDeadline> deadlines() {
    current.require();
    List<CaseDeadline> all = deadlines.pressing();
    return new Page<>(all, all.size(), 0, Math.max(1, all.size()));
  }

  @GetMapping("/{id}")
  ResponseEntity<DisputeView> get(@PathVariable String id) {
    return answer(reader.view(id));
  }

  @PostMapping("/{id}/actions/{path}")
  ResponseEntity<DisputeView> act(@PathVariable String id, @PathVariable String path,
      @RequestBody(required = false) @Nullable JsonNode body,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    current.require();
    DisputeAction action = DisputeAction.ofPath(path)
        .orElseThrow(() -> ProblemException.notFound("action", "操作", path));
    current.require(action.roles());
    DisputeCommand command = command(action, body);
    actions.act(id, Revision.required(ifMatch, id), action, command);
    return answer(reader.view(id));
  }

  private DisputeCommand command(DisputeAction action, @Nullable JsonNode body) {
    DisputeCommand command;
    try {
      command = json.treeToValue(body == null ? json.createObjectNode() : body, action.command());
    } catch (JacksonException unreadable) {
      String field = unreadable.getPath().stream().map(JacksonException.Reference::getPropertyName)
          .filter(Objects::nonNull).collect(Collectors.joining("."));
      throw Problem.of(ProblemCode.BAD_REQUEST,
          "The body of %s cannot be read%s.".formatted(action.path(), field.isEmpty() ? "" : ": look at " + field),
          "操作“%s”的请求内容无法读取%s。".formatted(action.title().zh(), field.isEmpty() ? "" : "：请检查 " + field))
          .inField(field.isEmpty() ? "body" : field).asException();
    }
    validator.validate(command).stream().min(Comparator.comparing(wrong -> wrong.getPropertyPath().toString()))
        .ifPresent(DisputeController::refuse);
    return command;
  }

  private static void refuse(ConstraintViolation<DisputeCommand> wrong) {
    String field = wrong.getPropertyPath().toString();
    throw Problem.of(ProblemCode.INVALID_FIELD, "%s: %s.".formatted(field, wrong.getMessage()),
        "字段 %s 的内容不符合要求。".formatted(field)).inField(field).asException();
  }

  private static ResponseEntity<DisputeView> answer(DisputeView view) {
    return ResponseEntity.ok().eTag(Revision.etag(view.revision())).body(view);
  }
}
